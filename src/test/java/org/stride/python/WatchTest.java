package org.stride.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.python.RunnerSupport.only;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.PythonListings;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.python.Access.Kind;
import org.stride.python.Access.Range;

/** What a watched run tells of the windows that it looked at. */
@Timeout(120)
class WatchTest {
    private static PythonRunner runner;

    @BeforeAll
    static void start() {
        runner = PythonRunner.start(RunnerSupport.setup());
    }

    @AfterAll
    static void stop() {
        if (runner != null) {
            runner.close();
        }
    }

    /** One image of 3 × 3 × 1, two filters of 3 × 3, stride 2, pad 1: four windows. */
    private static Submission convForward() {
        Value hparameters = Value.Dictionary.of("stride", Value.Scalar.of(2)).with("pad", Value.Scalar.of(1));
        return Submission.of(PythonListings.listing("conv_forward", "four_loops"))
                .between(
                        String.join(
                                "\n",
                                Submission.NUMPY,
                                PythonListings.listing("zero_pad", "np_pad"),
                                PythonListings.listing("conv_single_step", "multiply_and_sum")),
                        "")
                .calling(
                        "conv_forward",
                        List.of(List.of(
                                NdArray.of(Shape.of(1, 3, 3, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9),
                                NdArray.full(Shape.of(3, 3, 1, 2), 1),
                                NdArray.zeros(1, 1, 1, 2),
                                hparameters)));
    }

    private static Range range(int start, int stop) {
        return new Range(start, stop, 1);
    }

    private static List<Access> accesses(Report report) {
        return report.calls().getFirst().accesses().list();
    }

    @Test
    void everyWindowOfConvForwardIsToldInOrder() {
        Report report = runner.run(convForward().watching());

        int lineOfSlice = 18;
        assertThat(accesses(report).stream()
                        .filter(access -> access.name().equals("A_prev_pad") && access.line() == lineOfSlice))
                .containsExactlyElementsOf(IntStream.range(0, 4)
                        .mapToObj(window -> new Access(
                                "A_prev_pad",
                                Kind.READ,
                                List.of(
                                        range(0, 1),
                                        range(2 * (window / 2), 2 * (window / 2) + 3),
                                        range(2 * (window % 2), 2 * (window % 2) + 3),
                                        range(0, 1)),
                                lineOfSlice))
                        .toList());
        assertThat(accesses(report).stream().filter(access -> access.kind() == Kind.WRITE))
                .containsExactlyElementsOf(IntStream.range(0, 8)
                        .mapToObj(cell -> new Access(
                                "Z",
                                Kind.WRITE,
                                List.of(
                                        range(0, 1),
                                        range(cell / 4, cell / 4 + 1),
                                        range(cell / 2 % 2, cell / 2 % 2 + 1),
                                        range(cell % 2, cell % 2 + 1)),
                                23))
                        .toList());
        assertThat(report.calls().getFirst().accesses().truncated()).isFalse();
    }

    @Test
    void beingWatchedChangesNothingElse() {
        Report watched = runner.run(convForward().watching());
        Report usual = runner.run(convForward());
        assertThat(only(watched)).isInstanceOf(Outcome.Returned.class).isEqualTo(only(usual));
        assertThat(usual.calls().getFirst().accesses()).isEqualTo(Accesses.NONE);
    }

    @Test
    void eachCallHasItsOwn() {
        Report report = runner.run(Submission.of("def f(x, n):\n    return x[n]")
                .calling(
                        "f",
                        List.of(
                                List.of(NdArray.zeros(3), Value.Scalar.of(0)),
                                List.of(NdArray.zeros(3), Value.Scalar.of(7)),
                                List.of(NdArray.zeros(3), Value.Scalar.of(2))))
                .watching());
        assertThat(report.calls())
                .extracting(call -> call.accesses().list().size())
                .containsExactly(1, 0, 1);
        assertThat(report.calls().get(2).accesses().list())
                .containsExactly(new Access("x", Kind.READ, List.of(range(2, 3)), 2));
    }

    @Test
    void afterTheMostTheCodeGoesOnUntold() {
        Report report = runner.run(
                Submission.of("def f(x):\n    for i in range(21000):\n        x[i % 3] = i\n    return float(x[2])")
                        .calling("f", List.of(List.of(NdArray.zeros(3))))
                        .watching());
        assertThat(RunnerSupport.value(report)).isEqualTo(RunnerSupport.number(20999));
        assertThat(accesses(report)).hasSize(Access.MOST);
        assertThat(report.calls().getFirst().accesses().truncated()).isTrue();
    }

    @Test
    void whatWasNotedBeforeTheEndIsToldEvenSo() {
        Report report =
                runner.run(Submission.of("import os\ndef f(x):\n    for i in range(300): x[0] = i\n    os._exit(3)")
                        .calling("f", List.of(List.of(NdArray.zeros(3))))
                        .watching());
        assertThat(only(report)).isInstanceOf(Outcome.Exited.class);
        assertThat(accesses(report)).hasSize(250);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "type(x).__getitem__ = lambda self, i: 1 / 0",
                "type(x)._root = property(lambda self: 1 / 0)",
                "x._root = 'nothing'",
                "import gc\n    [o.notes.append(('x' * 10**6, 'read', 1, np.zeros((1, 3)))) for o in gc.get_objects()"
                        + " if type(o).__name__ == 'Recorder']",
                "import gc\n    [setattr(o, 'left', 10**9) for o in gc.get_objects()"
                        + " if type(o).__name__ == 'Recorder']\n    for i in range(30000): x[0] = i",
                "import os, struct\n    os.write(3, b'a' + struct.pack('>I', 5) + b'([[[[')",
                "np.zeros = None; np.ndarray = None"
            })
    void whoeverBreaksTheRecorderHarmsThemselvesOnly(String attack) {
        Report report = runner.run(Submission.of("def f(x):\n    " + attack + "\n    return x[0]")
                .calling("f", List.of(List.of(NdArray.zeros(3))))
                .watching());
        assertThat(report.calls()).hasSize(1);
        assertThat(accesses(report)).hasSizeLessThanOrEqualTo(Access.MOST);
        RunnerSupport.assertHonestRunIsRight(runner);
        assertThat(accesses(runner.run(convForward().watching()))).hasSizeGreaterThan(20);
    }
}
