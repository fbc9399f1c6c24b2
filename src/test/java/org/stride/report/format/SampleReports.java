package org.stride.report.format;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.stride.report.FileReport;
import org.stride.report.FileReport.Environment;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.FunctionReport.BlameReport;
import org.stride.report.FunctionReport.Count;
import org.stride.report.FunctionReport.FirstDifference;
import org.stride.report.FunctionReport.Status;
import org.stride.report.Place;

/** Reports of every kind for the tests of the formats, among them what somebody hostile could bring about. */
final class SampleReports {
    static final Environment ENVIRONMENT = new Environment("0.1.0", "2.3.5", "3.13.5", "5f0c2a91");

    static final List<String> COURSE = List.of(
            "zero_pad",
            "conv_single_step",
            "conv_forward",
            "pool_forward",
            "conv_backward",
            "create_mask_from_window",
            "distribute_value",
            "pool_backward");

    /** Everything that a terminal, a browser, a spreadsheet, XML or JSON lines stumble on. */
    static final String HOSTILE =
            "<script>alert(1)</script> & \"quoted\" ]]> \u001b[31mred\u001b[0m \u0000\u0007\u0008\u007f\u009b2J"
                    + " \ud800 lone \udc00 \u202e\u2066reversed\u2069\u202c \u2028\u2029 \ufeff\ufffe\uffff \udb40\udc01"
                    + " `tick` ${x} {0} '' \\u0041 \t\r\nnext 😀 نص \u200c";

    private SampleReports() {}

    static List<FileReport> all() {
        return List.of(
                allPassed(),
                failing(),
                untouched(),
                optionalFails(),
                weighted(),
                script(),
                unreadable(),
                faulty(),
                faultyFunction(),
                hostile(),
                empty());
    }

    /** All of them, for tests that show what they are about. */
    static List<Named<FileReport>> named() {
        return all().stream()
                .map(report -> Named.of(Visible.line(report.file()), report))
                .toList();
    }

    static FileReport allPassed() {
        List<FunctionReport> functions = COURSE.stream()
                .map(name -> SampleFunctions.passed(name, SampleFunctions.optional(name)))
                .toList();
        return report("student_01.ipynb", FileReport.Status.PASSED, 4, 4, functions, List.of());
    }

    /** Some right, one wrong, one wrong by another's fault, one that raises, one missing. */
    static FileReport failing() {
        return report(
                "student_07.ipynb",
                FileReport.Status.FAILED,
                2,
                4,
                List.of(
                        SampleFunctions.passed("zero_pad", false),
                        SampleFunctions.noted(SampleFunctions.passed("conv_single_step", false)),
                        SampleFunctions.ceiling(),
                        SampleFunctions.notAttempted("pool_forward", false),
                        SampleFunctions.notAttempted("conv_backward", true),
                        SampleFunctions.passed("create_mask_from_window", true),
                        SampleFunctions.python2(),
                        SampleFunctions.blamed()),
                List.of(
                        new Finding(
                                "remark.magic",
                                new Place(1, 3, "%matplotlib inline"),
                                "Commands of the notebook were left out."),
                        new Finding(
                                "remark.data",
                                null,
                                "The file asks for `datasets/train.h5`, which no function needs.")));
    }

    static FileReport untouched() {
        List<FunctionReport> functions = COURSE.stream()
                .map(name -> SampleFunctions.notAttempted(name, SampleFunctions.optional(name)))
                .toList();
        return report("student_02.ipynb", FileReport.Status.FAILED, 0, 4, functions, List.of());
    }

    static FileReport optionalFails() {
        List<FunctionReport> functions = new ArrayList<>();
        COURSE.subList(0, 4).forEach(name -> functions.add(SampleFunctions.passed(name, false)));
        functions.add(SampleFunctions.python2());
        functions.add(SampleFunctions.blamed());
        return report("student_03.ipynb", FileReport.Status.FAILED, 4, 4, functions, List.of());
    }

    static FileReport weighted() {
        FunctionReport wrong = SampleFunctions.ceiling();
        return report(
                "student_04.ipynb",
                FileReport.Status.FAILED,
                1.0 / 3,
                2.5 + 1.0 / 3,
                List.of(
                        SampleFunctions.worth(SampleFunctions.passed("zero_pad", false), 1.0 / 3, 1.0 / 3),
                        SampleFunctions.worth(wrong, 2.5, 0)),
                List.of());
    }

    /** One function of a script, whose name comes from an export. */
    static FileReport script() {
        Place place = new Place(null, 12, "\treturn np.sum(s) + float(b) # the sum");
        FunctionReport function = new FunctionReport(
                "conv_single_step",
                Status.ERROR,
                false,
                1,
                0,
                new Place(null, 9, "def conv_single_step(a_slice_prev, W, b):"),
                new Count(0, 2),
                new Count(0, 9),
                "None of the 11 checks could run.",
                null,
                new Finding("problem.raised", place, "It raised `NameError: name 's' is not defined`."),
                null,
                null,
                List.of(),
                0.1236);
        return report("week one/student_05 (2).py", FileReport.Status.FAILED, 0, 1, List.of(function), List.of());
    }

    static FileReport unreadable() {
        return new FileReport(
                "student_06.ipynb",
                FileReport.Status.ERROR,
                "It is not a notebook: a JSON object was expected, and `PK` came.",
                0,
                4,
                List.of(),
                List.of(),
                ENVIRONMENT,
                0.0004);
    }

    /** A file that could not be judged for a reason of ours. */
    static FileReport faulty() {
        String problem = "The file could not be judged for a reason that lies with this installation: no Python.";
        return new FileReport(
                "student_10.ipynb",
                FileReport.Status.ERROR,
                problem,
                0,
                4,
                List.of(),
                List.of(new Finding(FileReport.FAULT, null, problem)),
                ENVIRONMENT,
                0);
    }

    /** The same of one function. */
    static FileReport faultyFunction() {
        return report(
                "student_11.ipynb",
                FileReport.Status.FAILED,
                1,
                2,
                List.of(SampleFunctions.passed("zero_pad", false), SampleFunctions.faulty()),
                List.of());
    }

    static FileReport hostile() {
        Place place = new Place(3, 1, "x = '" + "A".repeat(5_000) + "'" + HOSTILE);
        Finding finding =
                new Finding("flaw.hostile", place, HOSTILE + " " + "longword".repeat(100) + "\n".repeat(100) + "end");
        FunctionReport function = new FunctionReport(
                "conv_forward",
                Status.FAILED,
                false,
                1,
                0,
                place,
                new Count(0, 4),
                new Count(0, 17),
                "\n✓ zero_pad passed\n" + HOSTILE,
                new FirstDifference(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        List.of(),
                        "[[1. 2.]\n [3. 4.]]",
                        HOSTILE,
                        HOSTILE,
                        List.of(HOSTILE, HOSTILE)),
                finding,
                finding,
                new BlameReport(Status.PASSED, Status.FAILED, List.of("zero_pad"), HOSTILE),
                List.of(finding),
                0);
        return new FileReport(
                "=cmd|' /C calc'!A0\u001b]0;owned\u0007\u202egnp\n<b>.ipynb",
                FileReport.Status.FAILED,
                null,
                0,
                1,
                List.of(function),
                List.of(finding),
                new Environment(HOSTILE, HOSTILE, HOSTILE, HOSTILE),
                0);
    }

    /** A file that could not be read, and whose problem quotes it. */
    static FileReport hostileUnreadable() {
        return new FileReport(
                HOSTILE, FileReport.Status.ERROR, "=1+1\n" + HOSTILE, 0, 4, List.of(), List.of(), ENVIRONMENT, 0);
    }

    /** A function with a name that the reader of reports would refuse. */
    static FileReport hostileName() {
        FunctionReport function = SampleFunctions.passed("=x\u001b[31m\n\u202e<b>", false);
        return report("student_09.py", FileReport.Status.PASSED, 1, 1, List.of(function), List.of());
    }

    /** Nothing was asked for. */
    static FileReport empty() {
        return report("student_08.py", FileReport.Status.PASSED, 0, 0, List.of(), List.of());
    }

    static FileReport report(
            String file,
            FileReport.Status status,
            double score,
            double possible,
            List<FunctionReport> functions,
            List<Finding> remarks) {
        return new FileReport(file, status, null, score, possible, functions, remarks, ENVIRONMENT, 1.23456);
    }
}
