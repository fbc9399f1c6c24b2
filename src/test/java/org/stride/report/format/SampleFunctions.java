package org.stride.report.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.FunctionReport.BlameReport;
import org.stride.report.FunctionReport.Count;
import org.stride.report.FunctionReport.FirstDifference;
import org.stride.report.FunctionReport.Status;
import org.stride.report.Place;

/** The functions of {@link SampleReports}. */
final class SampleFunctions {
    private SampleFunctions() {}

    /** Whether it is of the half that may be left out. */
    static boolean optional(String name) {
        return SampleReports.COURSE.indexOf(name) >= 4;
    }

    static FunctionReport passed(String name, boolean optional) {
        return function(
                name,
                Status.PASSED,
                optional,
                new Place(4, 3, "def " + name + "(X, pad):"),
                new Count(4, 4),
                new Count(17, 17),
                "All 4 shown checks pass; all 17 held-out checks pass.");
    }

    static FunctionReport notAttempted(String name, boolean optional) {
        return function(
                name,
                Status.NOT_ATTEMPTED,
                optional,
                new Place(9, 1, "def " + name + "(A_prev):"),
                null,
                null,
                "It is as the exercise hands it out.");
    }

    static FunctionReport ceiling() {
        FunctionReport plain = function(
                "conv_forward",
                Status.FAILED,
                false,
                new Place(8, 2, "def conv_forward(A_prev, W, b, hparameters):"),
                new Count(3, 4),
                new Count(6, 17),
                "1 of 4 shown checks fails (7 × 10, stride 3, pad 0); 11 of 17 held-out checks fail: stride 2, pad 1;"
                        + " stride 3, no padding; one example.");
        return with(
                plain,
                new FirstDifference(
                        "shown_2",
                        "7 × 10, stride 3, pad 0",
                        "Z",
                        null,
                        "(2, 2, 3, 5)",
                        "(2, 3, 4, 5)",
                        "`Z` must have shape `(2, 2, 3, 5)`, it has `(2, 3, 4, 5)`.",
                        List.of()),
                null,
                new Finding(
                        "flaw.ceil_instead_of_floor",
                        new Place(8, 21, "    n_H = int(np.ceil((n_H_prev - f + 2 * pad) / stride)) + 1"),
                        "This is what `np.ceil` gives: a window that does not fit is counted all the same. What is left over at"
                                + " the edge is dropped, `int((n_H_prev - f + 2 * pad) / stride) + 1`."),
                null);
    }

    /** Wrong by the fault of another of the file's functions. */
    static FunctionReport blamed() {
        FunctionReport plain = function(
                "pool_backward",
                Status.FAILED,
                true,
                new Place(19, 1, "def pool_backward(dA, cache, mode=\"max\"):"),
                new Count(2, 4),
                new Count(9, 15),
                "2 of 4 shown checks fail (average, stride 1; average, stride 2); 6 of 15 held-out checks fail: average.");
        return with(
                plain,
                new FirstDifference(
                        "published_2",
                        "average, stride 1",
                        "dA_prev",
                        List.of(1, 1, 0, 0),
                        "0.08485462",
                        "0.33941848",
                        "`dA_prev[1, 1, 0, 0]` must be 0.08485462, it is 0.33941848; 150 of 150 values are wrong.",
                        List.of(
                                "How `dA_prev[1, 1, 0, 0]` should come about",
                                "4 values, added up:",
                                "  dA[1, 0, 0, 0] / 4 = 0.0101",
                                "  dA[1, 1, 0, 0] / 4 = 0.0747",
                                "  2 more terms are zero.",
                                "  dA_prev[1, 1, 0, 0] = 0.08485462")),
                null,
                null,
                new BlameReport(
                        Status.PASSED,
                        Status.FAILED,
                        List.of("distribute_value"),
                        "With the right `distribute_value` this function passes. Mend `distribute_value`; here nothing needs to"
                                + " change."));
    }

    static FunctionReport python2() {
        FunctionReport plain = function(
                "distribute_value",
                Status.ERROR,
                true,
                new Place(17, 1, "def distribute_value(dz, shape):"),
                new Count(0, 2),
                new Count(0, 8),
                "None of the 10 checks could run.");
        return with(
                plain,
                null,
                new Finding(
                        "problem.not_python.python_2_print",
                        new Place(17, 4, "    print average"),
                        "This is `print` as Python 2 had it. Put parentheses around what is printed."),
                null,
                null);
    }

    /** One that could not be judged for a reason of ours. */
    static FunctionReport faulty() {
        FunctionReport plain = function(
                "pool_forward",
                Status.ERROR,
                false,
                new Place(9, 1, "def pool_forward(A_prev):"),
                new Count(0, 4),
                new Count(0, 17),
                "It could not be judged.");
        Finding fault = new Finding(
                FileReport.FAULT,
                null,
                "It could not be judged for a reason that lies with this installation: it is full.");
        return with(plain, null, fault, null, null);
    }

    static FunctionReport noted(FunctionReport f) {
        Finding note = new Finding(
                "warning.array_to_scalar",
                new Place(6, 11, "    Z = np.sum(s) + float(b)"),
                "NumPy warns that an array of more than no axes is made a number here; `b.item()` does the same and stays.");
        return new FunctionReport(
                f.name(),
                f.status(),
                f.optional(),
                f.points(),
                f.score(),
                f.place(),
                f.shown(),
                f.heldOut(),
                f.summary(),
                null,
                null,
                null,
                new BlameReport(Status.PASSED, Status.PASSED, List.of(), "It calls no wrong function."),
                List.of(note),
                f.seconds());
    }

    static FunctionReport worth(FunctionReport f, double points, double score) {
        return new FunctionReport(
                f.name(),
                f.status(),
                f.optional(),
                points,
                score,
                f.place(),
                f.shown(),
                f.heldOut(),
                f.summary(),
                f.firstDifference(),
                f.problem(),
                f.diagnosis(),
                f.blame(),
                f.notes(),
                f.seconds());
    }

    /** One under another name than it should have. */
    static FunctionReport renamed() {
        Finding other = new Finding(
                "problem.renamed",
                new Place(5, 2, "def zeropad(X, pad):"),
                "The checks call `zero_pad`. Name it `zero_pad`.");
        return with(notAttempted("zero_pad", false), null, other, null, null);
    }

    private static FunctionReport with(
            FunctionReport f,
            @Nullable FirstDifference difference,
            @Nullable Finding problem,
            @Nullable Finding diagnosis,
            @Nullable BlameReport blame) {
        return new FunctionReport(
                f.name(),
                f.status(),
                f.optional(),
                f.points(),
                f.score(),
                f.place(),
                f.shown(),
                f.heldOut(),
                f.summary(),
                difference,
                problem,
                diagnosis,
                blame,
                f.notes(),
                f.seconds());
    }

    private static FunctionReport function(
            String name,
            Status status,
            boolean optional,
            Place place,
            @Nullable Count shown,
            @Nullable Count heldOut,
            String summary) {
        return new FunctionReport(
                name,
                status,
                optional,
                1,
                status == Status.PASSED ? 1 : 0,
                place,
                shown,
                heldOut,
                summary,
                null,
                null,
                null,
                null,
                List.of(),
                0.25);
    }
}
