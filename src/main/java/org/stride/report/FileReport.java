package org.stride.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one file, in words and numbers: what every format says in its own way. As JSON its names are in snake case;
 * {@code report.schema.json} describes it.
 *
 * @param file as it was named
 * @param problem why the file could not be read; {@code null} if it was
 * @param score points of the functions that must be there
 * @param possible the most that the score can be
 * @param functions one for each exercise that was asked for, in the order of the course
 * @param remarks what is worth telling about the file as a whole
 * @param seconds that all of it took
 */
public record FileReport(
        String file,
        Status status,
        @Nullable String problem,
        double score,
        double possible,
        List<FunctionReport> functions,
        List<Finding> remarks,
        Environment environment,
        double seconds) {
    /** The id of a finding that says that the fault is ours. */
    public static final String FAULT = "fault";

    public FileReport {
        functions = List.copyOf(functions);
        remarks = List.copyOf(remarks);
    }

    /** How a file did. */
    public enum Status {
        /** Every function that must be there passes, and so does each that need not but was tried. */
        @JsonProperty("passed")
        PASSED,
        @JsonProperty("failed")
        FAILED,
        /** It could not be read. */
        @JsonProperty("error")
        ERROR
    }

    /**
     * With what it was judged.
     *
     * @param secret the fingerprint of the secret behind the held-out checks: equal if and only if the checks were
     */
    public record Environment(String stride, String numpy, String python, String secret) {}

    /** Whether anything could not be judged for a reason of ours, so that its points mean nothing. */
    public boolean faulty() {
        return remarks.stream().anyMatch(remark -> remark.id().equals(FAULT))
                || functions.stream()
                        .map(FunctionReport::problem)
                        .anyMatch(problem -> problem != null && problem.id().equals(FAULT));
    }

    /** Score of possible, in percent; 100 if nothing was to be had. */
    public double percent() {
        return possible == 0 ? 100 : 100 * score / possible;
    }
}
