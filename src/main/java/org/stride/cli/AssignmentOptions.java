package org.stride.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stride.autograder.Assignment;
import org.stride.autograder.PointsFile;
import org.stride.exercise.Catalogue;
import picocli.CommandLine.Option;

/** The options that say which functions are asked for, and what each is worth. */
final class AssignmentOptions {
    @Option(
            names = {"-e", "--exercise"},
            split = ",",
            paramLabel = "NAME",
            description = "Judge only this function; may be given more than once.")
    private List<String> exercises = new ArrayList<>();

    @Option(
            names = "--points",
            paramLabel = "FILE",
            description =
                    "What each function is worth, in YAML: a line such as 'zero_pad: 10' for each. Without it each is "
                            + "worth one, and the backward half is optional.")
    private @Nullable Path points;

    /** Whether anything was said, so that it is not the usual assignment. */
    boolean given() {
        return points != null || !exercises.isEmpty();
    }

    Assignment assignment(Catalogue catalogue) {
        Assignment assignment = points == null ? Assignment.usual(catalogue) : read(points, catalogue);
        Set<String> known = assignment.tasks().keySet();
        for (String exercise : exercises) {
            if (!known.contains(exercise)) {
                throw new CommandException("--exercise: there is no function " + exercise + "; there are "
                        + String.join(", ", assignment.tasks().keySet()));
            }
        }
        return exercises.isEmpty() ? assignment : assignment.only(exercises);
    }

    /** The assignment that a file describes. */
    static Assignment read(Path points, Catalogue catalogue) {
        try {
            return PointsFile.parse(Files.readString(points), catalogue);
        } catch (IllegalArgumentException e) {
            throw new CommandException(points + ": " + e.getMessage());
        } catch (IOException e) {
            throw new CommandException("the points cannot be read from " + points + ": " + e);
        }
    }
}
