package org.stride.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one function of a file.
 *
 * @param optional whether it may be left out; its points then count beside the score, not in it
 * @param points what it is worth
 * @param score how much of that it has: all or nothing
 * @param place where it is defined; {@code null} if it is nowhere
 * @param shown the checks whose inputs may be seen; {@code null} unless it was run
 * @param heldOut the others; {@code null} unless it was run
 * @param summary both halves in one sentence, or why there are none
 * @param firstDifference {@code null} unless a check fails whose numbers may be seen
 * @param problem what to mend first, where it is plainer than wrong numbers
 * @param diagnosis the cause, as far as the numbers tell it
 * @param blame {@code null} unless it calls other functions of the file that are exercises too, and not all of them pass
 * @param notes what is worth telling and does not decide
 * @param seconds that it took
 */
public record FunctionReport(
        String name,
        Status status,
        boolean optional,
        double points,
        double score,
        @Nullable Place place,
        @Nullable Count shown,
        @Nullable Count heldOut,
        String summary,
        @Nullable FirstDifference firstDifference,
        @Nullable Finding problem,
        @Nullable Finding diagnosis,
        @Nullable BlameReport blame,
        List<Finding> notes,
        double seconds) {
    public FunctionReport {
        notes = List.copyOf(notes);
    }

    /** How a function did. */
    public enum Status {
        /** It passes every required check. */
        @JsonProperty("passed")
        PASSED,
        /** It ran, and does not pass every required check. */
        @JsonProperty("failed")
        FAILED,
        /** There is none, or it is as the exercise hands it out. */
        @JsonProperty("not_attempted")
        NOT_ATTEMPTED,
        /** It could not be run. */
        @JsonProperty("error")
        ERROR
    }

    /** How many checks pass, of all that there are. */
    public record Count(int passed, int total) {}

    /**
     * The first difference that may be shown.
     *
     * @param check which check, such as {@code published_1}
     * @param traits what is special about it, in words
     * @param part of what is returned, such as {@code Z}; {@code null} if the difference is not in one part
     * @param index of the first wrong cell; {@code null} if the difference is not in one cell
     * @param expected as printed; {@code null} if the difference is not one of two values
     * @param got as printed; {@code null} likewise
     * @param working how the first wrong cell should come about, in lines; empty if the difference is not in one cell
     */
    public record FirstDifference(
            String check,
            String traits,
            @Nullable String part,
            @Nullable List<Integer> index,
            @Nullable String expected,
            @Nullable String got,
            String text,
            List<String> working) {
        public FirstDifference {
            working = List.copyOf(working);
        }
    }

    /**
     * Which function is the cause.
     *
     * @param withReferenceHelpers how the function does with the right versions of the others
     * @param withOwnHelpers how it does with the file's own
     * @param cause the names of those to blame, itself among them if so; none if all is well
     */
    public record BlameReport(Status withReferenceHelpers, Status withOwnHelpers, List<String> cause, String text) {
        public BlameReport {
            cause = List.copyOf(cause);
        }
    }
}
