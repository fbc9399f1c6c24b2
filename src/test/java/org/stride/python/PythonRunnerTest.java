package org.stride.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.python.RunnerSupport.assertTimedOut;
import static org.stride.python.RunnerSupport.call;
import static org.stride.python.RunnerSupport.only;
import static org.stride.python.RunnerSupport.value;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stride.PythonWithoutSeccomp;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.python.Outcome.Clock;
import org.stride.python.Traceback.Frame;
import org.stride.python.Traceback.Part;

@Timeout(120)
class PythonRunnerTest {
    private static final String FOREVER = "print('here')\nwhile True: pass";

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

    @Test
    void callsGetTheirArgumentsAndGiveTheirValues() {
        NdArray x = NdArray.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Value hparameters = Value.Dictionary.of("stride", Value.Scalar.of(2));
        Report report = runner.run(Submission.of("def f(x, h, mode): return x.T * h['stride'], mode, h, None")
                .calling("f", List.of(List.of(x, hparameters, new Value.Text("max")))));
        assertThat(value(report))
                .isEqualTo(Value.Tuple.of(
                        NdArray.of(Shape.of(3, 2), 2, 8, 4, 10, 6, 12),
                        new Value.Text("max"),
                        hparameters,
                        Value.NONE));
        assertThat(report.stopped()).isNull();
        assertThat(report.usage().wall()).isPositive();
    }

    @Test
    void everyCallGetsFreshArgumentsAndChangedOnesAreNamed() {
        List<Value> arguments = List.of(Value.Scalar.of(1), NdArray.full(Shape.of(2), 3));
        Report report = runner.run(
                Submission.of("def f(a, x):\n    x += a\n    return x").calling("f", List.of(arguments, arguments)));
        assertThat(report.calls())
                .extracting(CallResult::outcome)
                .containsOnly(new Outcome.Returned(NdArray.full(Shape.of(2), 4), List.of(1)));
    }

    @Test
    void helpersBeforeMayBeReplacedAndHelpersAfterMayNot() {
        Submission submission = call("def helper(): return 'learner'\ndef f(): return helper()", "f");
        assertThat(value(runner.run(submission.between("def helper(): return 'ours'", ""))))
                .isEqualTo(new Value.Text("learner"));
        assertThat(value(runner.run(submission.between("", "def helper(): return 'ours'"))))
                .isEqualTo(new Value.Text("ours"));
    }

    @Test
    void anExceptionNamesItsLineAndTheVariablesThere() {
        Report report = runner.run(Submission.of("""
                def inner(x, n):
                    pad = (1, 2)
                    return x[n]

                def f(x):
                    return inner(x, 5)
                """).calling("f", List.of(List.of(NdArray.zeros(2)))));
        assertThat(only(report)).isInstanceOfSatisfying(Outcome.Raised.class, raised -> {
            assertThat(raised.type()).isEqualTo("IndexError");
            assertThat(raised.message()).isEqualTo("index 5 is out of bounds for axis 0 with size 2");
            assertThat(raised.traceback().frames())
                    .containsExactly(new Frame(Part.CODE, "f", 6), new Frame(Part.CODE, "inner", 3));
            assertThat(raised.traceback().variables())
                    .containsEntry("x", "[0. 0.]")
                    .containsEntry("n", "5")
                    .containsEntry("pad", "(1, 2)");
        });
    }

    @Test
    void aCallThatHangsDoesNotVoidThoseBefore() {
        List<CallResult> told = new ArrayList<>();
        Submission submission = Submission.of("def f(n):\n    print('call', n)\n    while n == 1: pass\n    return n")
                .calling(
                        "f",
                        List.of(List.of(Value.Scalar.of(0)), List.of(Value.Scalar.of(1)), List.of(Value.Scalar.of(2))))
                .within(Limits.DEFAULT.withWall(Duration.ofMillis(500)));
        Report report = runner.submit(submission, "", new RunListener() {
                    @Override
                    public void called(CallResult result) {
                        told.add(result);
                    }
                })
                .await();
        assertTimedOut(report.stopped(), Clock.WALL);
        assertThat(told).isEqualTo(report.calls());
        assertThat(told).extracting(CallResult::outcome).containsExactly(returned(0), report.stopped());
        assertThat(told).extracting(CallResult::output).containsExactly("call 0\n", "call 1\n");
    }

    @Test
    void processorTimeIsLimitedToo() {
        Report report = runner.run(Submission.of(FOREVER).within(Limits.DEFAULT.withCpu(Duration.ofSeconds(1))));
        assertTimedOut(report.stopped(), Clock.CPU);
        assertThat(report.output()).isEqualTo("here\n");
    }

    @Test
    void aCellIsTheLastResult() {
        Report report = runner.run(call("def f(): return 1", "f").withCell("y = f() + 1\nprint('y')\nnp.arange(y)"));
        assertThat(report.calls()).hasSize(2);
        CallResult cell = report.calls().getLast();
        assertThat(cell.output()).isEqualTo("y\narray([0, 1])\n");
        assertThat(cell.outcome())
                .isEqualTo(
                        new Outcome.Returned(NdArray.of(org.stride.array.DType.INT64, Shape.of(2), 0, 1), List.of()));
    }

    @Test
    void whatIsWrongInACellIsToldOfTheCell() {
        assertThat(only(runner.run(Submission.of("x = 1").withCell("x +"))))
                .isEqualTo(new Outcome.SourceError(Part.CELL, "invalid syntax", 1, 4));
        assertThat(only(runner.run(Submission.of("x = 1").withCell("\nx / 0"))))
                .isInstanceOfSatisfying(
                        Outcome.Raised.class,
                        raised -> assertThat(raised.traceback().frames())
                                .containsExactly(new Frame(Part.CELL, "<module>", 2)));
    }

    @Test
    void deprecationsOfNumpyAreTold() {
        Report report = runner.run(Submission.of("def f(b):\n    return float(b)")
                .calling("f", List.of(List.of(NdArray.full(Shape.of(1, 1, 1), 2)))));
        assertThat(value(report)).isEqualTo(RunnerSupport.number(2));
        assertThat(report.calls().getFirst().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.category()).isEqualTo("DeprecationWarning");
            assertThat(warning.line()).isEqualTo(2);
        });
    }

    @Test
    void aServerThatIsKilledIsReplacedUnnoticed() throws InterruptedException {
        CountDownLatch under = new CountDownLatch(1);
        List<CallResult> told = new ArrayList<>();
        Ticket ticket = runner.submit(
                Submission.of("import time\ndef f(n):\n    time.sleep(n)\n    return n")
                        .calling("f", List.of(List.of(Value.Scalar.of(0)), List.of(Value.Scalar.of(1)))),
                "",
                new RunListener() {
                    @Override
                    public void called(CallResult result) {
                        told.add(result);
                        under.countDown();
                    }
                });
        under.await();
        long before = runner.pids().getFirst();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        Report report = ticket.await();
        assertThat(report.stopped()).isNull();
        assertThat(told).extracting(CallResult::outcome).containsExactly(returned(0), returned(1));
        assertThat(runner.pids()).doesNotContain(before);
        RunnerSupport.assertHonestRunIsRight(runner);
    }

    @Test
    void aChildThatIsKilledFromOutsideIsRunAgainUnnoticed() throws InterruptedException {
        CountDownLatch under = new CountDownLatch(1);
        Ticket ticket = runner.submit(
                Submission.of("import time\ndef f(n):\n    time.sleep(n)\n    return n")
                        .calling("f", List.of(List.of(Value.Scalar.of(0)), List.of(Value.Scalar.of(1)))),
                "",
                new RunListener() {
                    @Override
                    public void called(CallResult result) {
                        under.countDown();
                    }
                });
        under.await();
        ProcessHandle.of(runner.pids().getFirst()).orElseThrow().children().forEach(ProcessHandle::destroyForcibly);
        Report report = ticket.await();
        assertThat(report.stopped()).isNull();
        assertThat(report.calls()).extracting(CallResult::outcome).containsExactly(returned(0), returned(1));
    }

    @Test
    void theChildDiesWithItsServer() throws Exception {
        PythonRunner other = PythonRunner.start(RunnerSupport.setup());
        CountDownLatch under = new CountDownLatch(1);
        Ticket ticket = other.submit(call("def f(): return 1", "f").withCell(FOREVER), "", new RunListener() {
            @Override
            public void called(CallResult result) {
                under.countDown();
            }
        });
        under.await();
        ProcessHandle server = ProcessHandle.of(other.pids().getFirst()).orElseThrow();
        List<ProcessHandle> processes = new ArrayList<>(server.descendants().toList());
        processes.add(server);
        assertThat(processes).hasSize(2);
        other.close();
        assertThat(ticket.await().stopped()).isEqualTo(new Outcome.Cancelled());
        for (ProcessHandle process : processes) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsRunningCanBeCancelledAndWhatWaitsToo() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Ticket running = runner.submit(Submission.of(FOREVER), "a", new RunListener() {
            @Override
            public void started() {
                started.countDown();
            }
        });
        started.await();
        Ticket next = runner.submit(call("def f(): return 1", "f"), "a", RunListener.NONE);
        Ticket last = runner.submit(Submission.of(FOREVER), "a", RunListener.NONE);
        assertThat(List.of(running.place(), next.place(), last.place())).containsExactly(-1, 0, 1);
        last.cancel();
        assertThat(last.await().stopped()).isEqualTo(new Outcome.Cancelled());
        running.cancel();
        assertThat(running.await().stopped()).isEqualTo(new Outcome.Cancelled());
        assertThat(only(next.await())).isEqualTo(returned(1));
        running.cancel();
        RunnerSupport.assertHonestRunIsRight(runner);
    }

    @Test
    void aServerMakesRoomAfterSoManySubmissions() {
        try (PythonRunner other = PythonRunner.start(RunnerSupport.setup().withSubmissionsPerServer(3))) {
            for (int round = 0; round < 7; round++) {
                assertThat(only(other.run(call("def f(): return 1", "f")))).isEqualTo(returned(1));
            }
            assertThat(other.status().restarts()).isEqualTo(2);
            assertThat(other.status().outcomes()).containsEntry("Finished", 7L);
        }
    }

    @Test
    void everyLayerIsProbedAndHolds() {
        runner.run(Submission.of(""));
        Status status = runner.status();
        assertThat(status.state()).isEqualTo(new State.Ready());
        assertThat(status.greeting()).isNotNull();
        assertThat(status.greeting().residentBytes()).isBetween(10L << 20, 200L << 20);
        Confinement confinement = status.greeting().confinement();
        assertThat(confinement.layers())
                .extracting(Confinement.Layer::name)
                .containsExactly("descriptors", "privileges", "leash", "no_new_privs", "landlock", "limits", "seccomp");
        assertThat(confinement.missing()).isEmpty();
        assertThat(confinement.complete()).isTrue();
    }

    @Test
    void whereALayerIsMissingStrictModeRunsNothingAndLocalModeSaysSo(@TempDir Path folder) throws IOException {
        Path python = PythonWithoutSeccomp.in(folder);
        try (PythonRunner strict =
                PythonRunner.start(Setup.of(python, Mode.STRICT).withSlots(1))) {
            assertThat(strict.run(Submission.of("")).stopped())
                    .isInstanceOfSatisfying(
                            Outcome.Fault.class,
                            fault -> assertThat(fault.message()).contains("seccomp"));
            assertThat(strict.status().state())
                    .isInstanceOfSatisfying(
                            Unavailable.LayersMissing.class,
                            missing -> assertThat(missing.layers())
                                    .extracting(Confinement.Layer::name)
                                    .containsExactly("seccomp"));
            assertThat(strict.pids()).isEmpty();
        }
        try (PythonRunner local =
                PythonRunner.start(Setup.of(python, Mode.LOCAL).withSlots(1))) {
            RunnerSupport.assertHonestRunIsRight(local);
            assertThat(local.status().state()).isEqualTo(new State.Ready());
            assertThat(local.status().greeting().confinement().missing())
                    .extracting(Confinement.Layer::name)
                    .containsExactly("seccomp");
        }
    }

    @Test
    void closingAtOnceLeavesNoProcess() {
        runner.run(Submission.of(""));
        List<ProcessHandle> others = ProcessHandle.current().children().toList();
        for (int round = 0; round < 5; round++) {
            PythonRunner hasty = PythonRunner.start(RunnerSupport.setup().withSlots(2));
            Ticket ticket = hasty.submit(Submission.of(FOREVER), "", RunListener.NONE);
            hasty.close();
            assertThat(ticket.await().stopped()).isEqualTo(new Outcome.Cancelled());
            assertThat(hasty.submit(Submission.of(""), "", RunListener.NONE)
                            .await()
                            .stopped())
                    .isEqualTo(new Outcome.Cancelled());
        }
        awaitTheEndOfAllBut(others);
    }

    @Test
    void withoutPythonEverySubmissionSaysSo() {
        Path nowhere = Path.of("no/such/python");
        try (PythonRunner none = PythonRunner.start(Setup.of(nowhere, Mode.LOCAL))) {
            Outcome fault = new Outcome.Fault("there is no Python at no/such/python");
            assertThat(none.run(Submission.of("")).stopped()).isEqualTo(fault);
            assertThat(none.status().state()).isEqualTo(new Unavailable.NoPython(nowhere));
            assertThat(none.status().greeting()).isNull();
            assertThat(none.submit(Submission.of(""), "", RunListener.NONE).report())
                    .as("it does not even wait")
                    .isCompletedWithValue(Report.stopped(fault));
            assertThat(none.status().outcomes()).containsExactly(Map.entry("Fault", 2L));
        }
    }

    @Test
    void aPythonThatTurnsUpIsFound(@TempDir Path folder) throws IOException {
        Path python = folder.resolve("python");
        Setup setup = Setup.of(python, Mode.LOCAL).withSlots(2).withPause(Duration.ofMillis(10));
        try (PythonRunner late = PythonRunner.start(setup)) {
            assertThat(late.run(Submission.of("")).stopped()).isInstanceOf(Outcome.Fault.class);
            Files.move(theRealOne(folder), python);
            while (late.run(Submission.of("")).stopped() != null) {
                Thread.onSpinWait();
            }
            RunnerSupport.assertHonestRunIsRight(late);
            assertThat(late.status().state()).isEqualTo(new State.Ready());
        }
    }

    @Test
    void probingIsAlsoTheNextTry(@TempDir Path folder) throws IOException {
        Path python = folder.resolve("python");
        Setup setup = Setup.of(python, Mode.LOCAL).withSlots(1).withPause(Duration.ofHours(1));
        try (PythonRunner late = PythonRunner.start(setup)) {
            assertThat(late.run(Submission.of("")).stopped()).isInstanceOf(Outcome.Fault.class);
            late.probe();
            assertThat(late.status().state()).isInstanceOf(Unavailable.NoPython.class);
            Files.move(theRealOne(folder), python);
            late.probe();
            RunnerSupport.assertHonestRunIsRight(late);
        }
    }

    @Test
    void probingWhileOthersRunEndsWhatItStarted() {
        assertThat(only(runner.run(call("def f(): return 1", "f")))).isEqualTo(returned(1));
        List<Long> before = runner.pids();
        List<ProcessHandle> others = ProcessHandle.current().children().toList();
        runner.probe();
        assertThat(runner.pids()).isEqualTo(before);
        awaitTheEndOfAllBut(others);
        RunnerSupport.assertHonestRunIsRight(runner);
    }

    @ParameterizedTest(name = "{0} with NumPy {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    3.9.18    | 1.26.4    | Python 3.9.18                 | Python 3.10 or newer
                    3.12.3    | none      | Python 3.12.3 without NumPy   | NumPy 1.26 to 2.3
                    3.12.3    | 1.24.2    | NumPy 1.24.2                  | NumPy 1.26 to 2.3
                    3.14.0rc1 | 2.4.0.dev | NumPy 2.4.0.dev               | NumPy 1.26 to 2.3
                    """)
    void aPythonThatDoesNotFitIsNamed(
            String python, @Nullable String numpy, String found, String needed, @TempDir Path folder)
            throws IOException {
        Path pretender = pretender(folder, python, numpy);
        try (PythonRunner unfit = PythonRunner.start(Setup.of(pretender, Mode.LOCAL))) {
            assertThat(unfit.run(Submission.of("")).stopped())
                    .isEqualTo(new Outcome.Fault("needs " + needed + ", found " + found));
            assertThat(unfit.status().state()).isEqualTo(new Unavailable.UnfitPython(found, needed));
        }
    }

    @Test
    void theLimitsOfTheRunnerHoldForWhoeverBringsNone() {
        Limits tight = Limits.DEFAULT.withWall(Duration.ofMillis(300));
        try (PythonRunner other = PythonRunner.start(RunnerSupport.setup().within(tight))) {
            assertTimedOut(other.run(Submission.of(FOREVER)).stopped(), Clock.WALL);
            assertThat(other.run(Submission.of("import time; time.sleep(0.5)").within(Limits.DEFAULT))
                            .stopped())
                    .isNull();
            assertThat(other.status().limits()).isEqualTo(tight);
        }
    }

    @Test
    void whatAPythonThatDoesNotStartSaysIsKept(@TempDir Path folder) throws IOException {
        Path python = script(folder, "echo 'this machine is tired' >&2\nexit 3\n");
        try (PythonRunner broken =
                PythonRunner.start(Setup.of(python, Mode.LOCAL).withSlots(1))) {
            assertThat(broken.run(Submission.of("")).stopped())
                    .isInstanceOfSatisfying(
                            Outcome.Fault.class,
                            fault -> assertThat(fault.message()).contains("this machine is tired"));
        }
    }

    @Test
    void theSourcesInTheJarAreAllThatThereAre() throws IOException {
        try (var files = Files.list(Path.of("src/main/python/stride_runner"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".py")))
                    .containsExactlyInAnyOrderElementsOf(RunnerSources.FILES);
        }
    }

    private static void awaitTheEndOfAllBut(List<ProcessHandle> others) {
        ProcessHandle.current()
                .children()
                .filter(process -> !others.contains(process))
                .forEach(process ->
                        process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    private static Outcome returned(int value) {
        return new Outcome.Returned(Value.Scalar.of(value), List.of());
    }

    private static Path theRealOne(Path folder) throws IOException {
        Path real = RunnerSupport.setup().python();
        return script(folder, "exec '" + real.toAbsolutePath() + "' \"$@\"\n");
    }

    /** Says that it is a Python of these versions, and no more. */
    private static Path pretender(Path folder, String python, @Nullable String numpy) throws IOException {
        byte[] content = ValueWriter.write(
                Value.Tuple.of(new Value.Text(python), numpy == null ? Value.NONE : new Value.Text(numpy)));
        byte[] message = ByteBuffer.allocate(5 + content.length)
                .put((byte) 'V')
                .putInt(content.length)
                .put(content)
                .array();
        Files.write(folder.resolve("message"), message);
        return script(folder, "exec cat '" + folder.resolve("message") + "'\n");
    }

    private static Path script(Path folder, String text) throws IOException {
        Path script = Files.writeString(folder.resolve("script"), "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
