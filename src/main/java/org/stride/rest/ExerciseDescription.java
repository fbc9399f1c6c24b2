package org.stride.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;
import org.stride.grading.Grader;
import org.stride.report.Translator;

/** An exercise as programs see it. */
@Schema(name = "exercise", description = "One of the eight functions. In texts, code stands in backticks.")
record ExerciseDescription(
        @Schema(description = "The function’s name.", example = "zero_pad")
        String name,

        @Schema(description = "Its place in the course, from 1.", example = "1")
        int number,

        @Schema(example = "Zero padding") String title,

        @Schema(description = "What it is for, in one sentence.")
        String purpose,

        @Schema(description = "What it has to do.") String text,

        @Schema(description = "How it is called.", example = "zero_pad(X, pad)")
        String signature,

        List<ParameterDescription> parameters,

        @Schema(description = "What it returns: one part, or those of a tuple.")
        List<ParameterDescription> returns,

        @Schema(description = "How many checks there are whose inputs a report may show.") @JsonProperty("shown_checks")
        int shownChecks,

        @Schema(description = "How many there are beside them, whose inputs are kept back.")
        @JsonProperty("held_out_checks")
        int heldOutChecks,

        @Schema(description = "The beginning of the function, to be filled in.")
        String starter,

        @Schema(
                description =
                        "Right versions of functions of earlier steps. They are there to be called; code need not bring them along.")
        List<HelperDescription> helpers) {

    /** A parameter, or a part of what is returned. */
    @Schema(name = "parameter")
    record ParameterDescription(
            @Schema(example = "X") String name,

            @Schema(description = "The axes of an array, or the type of what is none.", example = "(m, n_H, n_W, n_C)")
            String shape,

            @Schema(description = "The parts of a tuple; none if it is no tuple.")
            List<ParameterDescription> parts) {
        static List<ParameterDescription> of(List<Parameter> parameters) {
            return parameters.stream()
                    .map(parameter ->
                            new ParameterDescription(parameter.name(), parameter.shape(), of(parameter.parts())))
                    .toList();
        }
    }

    /** A function of an earlier step. */
    @Schema(name = "helper")
    record HelperDescription(
            @Schema(example = "conv_single_step") String name,

            @Schema(description = "Python.") String code) {}

    static ExerciseDescription of(Exercise exercise, Grader grader, Translator texts) {
        String key = "exercise." + exercise.name();
        return new ExerciseDescription(
                exercise.name(),
                exercise.number(),
                texts.text(key + ".title"),
                texts.text(key + ".purpose"),
                texts.text(key + ".text"),
                exercise.signature(),
                ParameterDescription.of(exercise.parameters()),
                ParameterDescription.of(exercise.returns()),
                checks(exercise, grader, false),
                checks(exercise, grader, true),
                exercise.worksheet().starter(),
                exercise.worksheet().helpers().stream()
                        .map(helper -> new HelperDescription(helper.name(), helper.code()))
                        .toList());
    }

    private static int checks(Exercise exercise, Grader grader, boolean heldOut) {
        return (int) grader.cases(exercise).stream()
                .filter(check -> check.required() && check.heldOut() == heldOut)
                .count();
    }
}
