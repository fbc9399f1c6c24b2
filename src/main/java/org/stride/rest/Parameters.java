package org.stride.rest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.report.format.Formats;

/** Understands what requests ask for by name. */
@Component
final class Parameters {
    /** Those that a type names; Gradescope’s is JSON too. */
    private static final List<Formats> BY_TYPE = List.of(Formats.JSON, Formats.TEXT, Formats.JUNIT, Formats.CSV);

    private final Catalogue catalogue;
    private final Problems problems;

    Parameters(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** @throws ProblemException if there is no such exercise */
    Exercise exercise(String name) {
        return catalogue
                .find(name)
                .orElseThrow(
                        () -> problems.of(ProblemType.UNKNOWN_EXERCISE, "api.unknown_exercise.detail", name, known()));
    }

    /** @throws ProblemException if there is none of one of these names */
    List<String> exercises(List<String> names) {
        for (String name : names) {
            if (catalogue.find(name).isEmpty()) {
                throw problems.of(ProblemType.BAD_PARAMETER, "api.bad_parameter.exercises", name, known());
            }
        }
        return names;
    }

    /**
     * The format that is named, or else the first that is accepted.
     *
     * @throws ProblemException if there is none of that name
     */
    Formats format(@Nullable String name, List<MediaType> accepted) {
        if (name != null) {
            return Arrays.stream(Formats.values())
                    .filter(format -> format.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> problems.of(
                            ProblemType.BAD_PARAMETER,
                            "api.bad_parameter.format",
                            name,
                            Arrays.stream(Formats.values())
                                    .map(Formats::toString)
                                    .collect(Collectors.joining(", "))));
        }
        return accepted.stream()
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .flatMap(type -> BY_TYPE.stream().filter(format -> type.includes(Reports.type(format))))
                .findFirst()
                .orElse(Formats.JSON);
    }

    private String known() {
        return catalogue.exercises().stream().map(Exercise::name).collect(Collectors.joining(", "));
    }
}
