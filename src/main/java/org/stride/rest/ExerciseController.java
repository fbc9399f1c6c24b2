package org.stride.rest;

import static org.stride.rest.ProblemType.BUSY;
import static org.stride.rest.ProblemType.FAULT;
import static org.stride.rest.ProblemType.MALFORMED;
import static org.stride.rest.ProblemType.TOO_LARGE;
import static org.stride.rest.ProblemType.TOO_MANY_JOBS;
import static org.stride.rest.ProblemType.TOO_MANY_REQUESTS;
import static org.stride.rest.ProblemType.UNAVAILABLE;
import static org.stride.rest.ProblemType.UNKNOWN_EXERCISE;
import static org.stride.rest.ProblemType.UNREADABLE;
import static org.stride.rest.ProblemType.WRONG_MEDIA_TYPE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.stride.autograder.Assignment;
import org.stride.autograder.Autograder;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.grading.Grader;
import org.stride.notebook.CodeCell;
import org.stride.notebook.SourceFile;
import org.stride.report.FileReport;
import org.stride.report.Translator;
import tools.jackson.databind.JsonNode;

/** The exercises, and checks of one function's source. */
@RestController
@RequestMapping(path = "/api/v1/exercises", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = ApiDescription.EXERCISES)
final class ExerciseController {
    private final Catalogue catalogue;
    private final Grader grader;
    private final Autograder autograder;
    private final PythonJudge python;
    private final Waiting waiting;
    private final Reports reports;
    private final Parameters parameters;
    private final Problems problems;
    private final Translator texts;

    ExerciseController(
            Catalogue catalogue,
            Grader grader,
            Autograder autograder,
            PythonJudge python,
            Waiting waiting,
            Reports reports,
            Parameters parameters,
            Problems problems,
            Translator texts) {
        this.catalogue = catalogue;
        this.grader = grader;
        this.autograder = autograder;
        this.python = python;
        this.waiting = waiting;
        this.reports = reports;
        this.parameters = parameters;
        this.problems = problems;
        this.texts = texts;
    }

    /** What is to be checked. */
    @Schema(name = "source")
    record Source(
            @Schema(
                    description = "Python that defines the function, with whatever it needs; 100 KB at most unless the"
                            + " administrator has chosen otherwise. The function’s last definition counts.",
                    type = "string",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "def zero_pad(X, pad):\n"
                            + "    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))\n")
            @Nullable
            JsonNode source) {}

    @Operation(summary = "All exercises", description = "In the order of the course.")
    @GetMapping
    List<ExerciseDescription> exercises() {
        return catalogue.exercises().stream().map(this::describe).toList();
    }

    @Operation(summary = "One exercise")
    @Refuses(UNKNOWN_EXERCISE)
    @GetMapping("/{name}")
    ExerciseDescription exercise(@Parameter(example = "zero_pad") @PathVariable String name) {
        return describe(parameters.exercise(name));
    }

    @Operation(
            summary = "Check a function’s source",
            description =
                    "Finds the function in the source, runs it on every check of the exercise, and says what is wrong and"
                            + " why. Nothing else of the source is run than what the function needs.")
    @ApiResponse(
            responseCode = "200",
            description = "What was found.",
            content = @Content(schema = @Schema(ref = "#/components/schemas/function_report")))
    @Refuses({
        MALFORMED,
        UNKNOWN_EXERCISE,
        TOO_LARGE,
        WRONG_MEDIA_TYPE,
        UNREADABLE,
        TOO_MANY_REQUESTS,
        TOO_MANY_JOBS,
        UNAVAILABLE,
        BUSY
    })
    @PostMapping(path = "/{name}/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    DeferredResult<ResponseEntity<byte[]>> checkSource(
            @Parameter(example = "zero_pad") @PathVariable String name,
            @RequestBody Source body,
            HttpServletRequest request) {
        Exercise exercise = parameters.exercise(name);
        SourceFile file = new SourceFile(SourceFile.Kind.SCRIPT, List.of(new CodeCell(0, source(body))));
        python.needPython();
        Assignment assignment = autograder.usualAssignment().only(List.of(exercise.name()));
        return waiting.judge(Caller.of(request), new Check(exercise.name(), file, assignment), this::function);
    }

    private String source(Source body) {
        if (body.source() == null || !body.source().isString()) {
            throw problems.of(MALFORMED, "api.malformed.source");
        }
        String source = body.source().stringValue();
        int length = source.getBytes(StandardCharsets.UTF_8).length;
        if (length > python.longestSource()) {
            throw problems.of(TOO_LARGE, "api.too_large.source", python.longestSource(), length);
        }
        return source.replaceFirst("^\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    }

    private ResponseEntity<byte[]> function(FileReport report) {
        if (report.faulty()) {
            throw problems.of(FAULT, "api.fault.detail");
        }
        if (report.problem() != null) {
            throw problems.worded(UNREADABLE, report.problem());
        }
        return reports.answerFunction(report);
    }

    private ExerciseDescription describe(Exercise exercise) {
        return ExerciseDescription.of(exercise, grader, texts);
    }
}
