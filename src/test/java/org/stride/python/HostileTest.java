package org.stride.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.python.RunnerSupport.assertTimedOut;
import static org.stride.python.RunnerSupport.call;
import static org.stride.python.RunnerSupport.number;
import static org.stride.python.RunnerSupport.only;
import static org.stride.python.RunnerSupport.value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.python.Outcome.Channel;
import org.stride.python.Outcome.Clock;

/**
 * What a learner’s code may try, the outcome that the learner is shown, and after each an honest run on the same server.
 * Where the doorman would refuse politely, the attack is run again with the doorman gagged: then the kernel refuses.
 */
@Timeout(120)
class HostileTest {
    /** Takes the polite refusals away, as anybody can. */
    private static final String GAG = """
            import stride_runner.doorman as doorman
            def silent(event, arguments): pass
            doorman._listen.__code__ = silent.__code__
            """;

    /** A function that tells which of some attempts went through. */
    private static final String TRY = """
            def succeeded(attempts):
                through = []
                for name, attempt in attempts.items():
                    try:
                        attempt()
                        through.append(name)
                    except Exception:
                        pass
                return through
            """;

    private static final Limits SHORT =
            Limits.DEFAULT.withWall(Duration.ofSeconds(4)).withCpu(Duration.ofSeconds(1));

    private static final Value NOTHING = new Value.Tuple(List.of(), true);

    private static PythonRunner runner;
    private static long server;

    @BeforeAll
    static void start() {
        runner = PythonRunner.start(RunnerSupport.setup());
        RunnerSupport.assertHonestRunIsRight(runner);
        server = runner.pids().getFirst();
    }

    @AfterAll
    static void stop() {
        if (runner != null) {
            runner.close();
        }
    }

    @AfterEach
    void thenAnHonestRunOnTheSameServerIsRight() {
        RunnerSupport.assertHonestRunIsRight(runner);
        assertThat(runner.pids()).containsExactly(server);
    }

    @Nested
    class CheatingTheComparison {
        @Test
        void anObjectThatEqualsEverythingIsOnlyAName() {
            assertThat(valueOf("""
                    class Yes:
                        def __eq__(self, other): return True
                        def __getattr__(self, name): return self
                        __array__ = __float__ = __len__ = __iter__ = lambda self, *more: 1
                    def f(): return Yes()
                    """)).isEqualTo(new Value.Other("Yes"));
        }

        @Test
        void subclassesAreWhatTheyHold() {
            assertThat(valueOf("""
                    class Array(np.ndarray):
                        def __array_function__(self, *more): return True
                        def __array_ufunc__(self, *more, **most): return True
                        def __eq__(self, other): return True
                        def tobytes(self, *more): return b''
                        def astype(self, *more): return np.ones(3)
                        shape = (9,)
                    class Float(float):
                        def __float__(self): return 42.0
                        def __eq__(self, other): return True
                        def __sub__(self, other): return 0
                    def f(): return np.zeros(2).view(Array), Float(7)
                    """)).isEqualTo(Value.Tuple.of(NdArray.zeros(2), number(7)));
        }

        @Test
        void whatComparesInPythonDecidesNothing() {
            assertThat(valueOf("""
                    import builtins
                    np.allclose = np.isclose = np.array_equal = lambda *more, **most: True
                    np.testing.assert_allclose = lambda *more, **most: None
                    builtins.abs = lambda x: 0
                    builtins.all = builtins.isinstance = lambda *more: True
                    def f(): return np.full(2, 13.0)
                    """)).isEqualTo(NdArray.full(Shape.of(2), 13));
        }

        @Test
        void whatWouldBroadcastKeepsItsShape() {
            assertThat(valueOf("def f(): return 0.0, np.zeros((1, 1, 1, 8)), np.float64(0), np.array(0.0)"))
                    .isEqualTo(Value.Tuple.of(
                            number(0), NdArray.zeros(1, 1, 1, 8), Value.Scalar.of(0.0), NdArray.of(Shape.SCALAR, 0)));
        }

        @Test
        void arraysOfOtherKindsAreOnlyNames() {
            assertThat(valueOf("""
                    def f():
                        return (np.zeros(2, complex), np.zeros(2, object), np.zeros(2, [('x', float)]),
                                np.zeros(2, np.float16), np.ma.zeros(2), np.matrix([[0.0]]), 0j)
                    """))
                    .isInstanceOfSatisfying(
                            Value.Tuple.class,
                            tuple -> assertThat(tuple.parts())
                                    .extracting(Value::typeName)
                                    .satisfiesExactly(
                                            name -> assertThat(name).isEqualTo("numpy.ndarray of complex128"),
                                            name -> assertThat(name).isEqualTo("numpy.ndarray of object"),
                                            name -> assertThat(name).isEqualTo("numpy.ndarray of void64"),
                                            name -> assertThat(name).isEqualTo("numpy.ndarray of float16"),
                                            name -> assertThat(name).isEqualTo("numpy.MaskedArray"),
                                            name -> assertThat(name).isEqualTo("numpy.matrix"),
                                            name -> assertThat(name).isEqualTo("complex")));
        }

        @Test
        void notANumberStaysNotANumber() {
            assertThat(valueOf("def f(): return np.full(2, np.nan), np.full(1, -np.inf)"))
                    .isEqualTo(Value.Tuple.of(
                            NdArray.full(Shape.of(2), Double.NaN),
                            NdArray.full(Shape.of(1), Double.NEGATIVE_INFINITY)));
        }

        @Test
        void changedInputsAreToldAndChangeNoOtherCall() {
            List<Value> input = List.of(NdArray.zeros(2));
            Report report = runner.run(Submission.of("""
                    import gc
                    def f(x):
                        for thing in gc.get_objects():
                            if type(thing) is tuple and len(thing) == 1 and isinstance(thing[0], np.ndarray):
                                thing[0][:] += 1
                        return x
                    """).calling("f", List.of(input, input)));
            assertThat(report.calls().getFirst().outcome())
                    .isEqualTo(new Outcome.Returned(NdArray.full(Shape.of(2), 1), List.of(0)));
            assertThat(input).containsExactly(NdArray.zeros(2));
        }

        @Test
        void aViewThatIsChangedAfterReturningChangesNothing() {
            List<Value> input = List.of(NdArray.zeros(2));
            Report report = runner.run(Submission.of("""
                    kept = []
                    def f(x):
                        for earlier in kept:
                            earlier[:] = 42
                        kept.append(x)
                        return x[:]
                    """).calling("f", List.of(input, input)));
            assertThat(report.calls())
                    .extracting(CallResult::outcome)
                    .containsOnly(new Outcome.Returned(NdArray.zeros(2), List.of()));
        }

        @Test
        void aCounterIsSeenByEveryLaterCall() {
            Report report = runner.run(Submission.of("""
                    count = 0
                    def f():
                        global count
                        count += 1
                        return 'right' if count == 1 else 'wrong'
                    """).calling("f", List.of(List.of(), List.of())));
            assertThat(report.calls().getLast().outcome())
                    .isEqualTo(new Outcome.Returned(new Value.Text("wrong"), List.of()));
        }

        @Test
        void reseedingShiftsNoInput() {
            NdArray input = NdArray.of(Shape.of(2), 0.25, -3);
            Report report = runner.run(Submission.of("""
                    np.random.seed(0)
                    np.random.randn = np.random.default_rng = lambda *more: 0
                    def f(x): return x
                    """).calling("f", List.of(List.of(input))));
            assertThat(value(report)).isEqualTo(input);
        }
    }

    @Nested
    class StealingAnswers {
        private static final String MARKER = "marker of the first learner";
        private static final double SECRET = 1264128.375;

        /** Looks in every page around what Python allocates; what it looks for it knows only in disguise. */
        private static final String SEARCH =
                """
                import ctypes
                libc = ctypes.CDLL(None, use_errno=True)
                libc.sbrk.restype = ctypes.c_void_p
                disguise = bytes(byte ^ 0x55 for byte in range(256))
                page = 4096

                def readable(address):
                    # The kernel reads there before it finds that there is no signal operation 99
                    libc.syscall(%d, 99, ctypes.c_void_p(address), None, 8)
                    return ctypes.get_errno() == 22

                def search(wanted):
                    found = set()
                    pages = set()
                    # Of each kind that Python keeps apart, and as large as what is looked for
                    for start in (id(object()), id(bytes(400)), id(bytes(1350)), id(bytearray(1 << 20)),
                                  np.zeros(1 << 17).ctypes.data, libc.sbrk(0) - page):
                        for step in range(-5000, 5000):
                            address = (start & -page) + step * page
                            if address > 0 and address not in pages and readable(address):
                                pages.add(address)
                                data = ctypes.string_at(address, page).translate(disguise)
                                found.update(number for number, what in enumerate(wanted) if what in data)
                    return sorted(found), len(pages)
                """.formatted(System.getProperty("os.arch").equals("aarch64") ? 135 : 14);

        @Test
        void nothingOfAnEarlierLearnerIsLeftInMemory() {
            Submission first = call(
                    """
                    %3$s
                    def f():
                        print('%1$s' * 10, %2$s)
                        return np.full(1000, %2$s), '%1$s' * 100
                    """.formatted(MARKER, SECRET, "# %s\n".formatted(MARKER).repeat(2000)), "f");
            for (int round = 0; round < 5; round++) {
                assertThat(only(runner.run(first))).isInstanceOf(Outcome.Returned.class);
            }
            Value.Tuple found = (Value.Tuple) valueOf(GAG
                    + SEARCH
                    + """
                    wanted = [bytes.fromhex(text) for text in ('%s', '%s', '%s')]
                    kept = []
                    def f():
                        before, pages = search(wanted)
                        kept.extend(what.translate(disguise) * 50 for what in wanted)
                        return before, search(wanted)[0], pages
                    """.formatted(
                                    disguised(MARKER.getBytes(StandardCharsets.UTF_8)),
                                    disguised(bytes(ByteOrder.LITTLE_ENDIAN)),
                                    disguised(bytes(ByteOrder.BIG_ENDIAN))));
            assertThat(found.parts().get(0)).isEqualTo(NOTHING);
            assertThat(((Value.Tuple) found.parts().get(1)).parts())
                    .as("what is there is found")
                    .hasSize(3);
            assertThat(((Value.Scalar) found.parts().get(2)).value()).isGreaterThan(1000);
        }

        private static byte[] bytes(ByteOrder order) {
            return ByteBuffer.allocate(Double.BYTES)
                    .order(order)
                    .putDouble(SECRET)
                    .array();
        }

        private static String disguised(byte[] bytes) {
            byte[] other = bytes.clone();
            for (int place = 0; place < other.length; place++) {
                other[place] ^= 0x55;
            }
            return HexFormat.of().formatHex(other);
        }

        @Test
        void framesAndObjectsHoldNothingButThisSubmission() {
            assertThat(valueOf("""
                    import gc, inspect, sys
                    def f():
                        seen = []
                        frame = sys._getframe()
                        while frame is not None:
                            seen += [repr(value) for value in frame.f_locals.values() if value is not seen]
                            frame = frame.f_back
                        seen += [repr(thing)[:2000] for thing in gc.get_objects() if type(thing) in (tuple, list, dict)]
                        return [text for text in seen if 'expe' + 'cted' in text and 'def f()' not in text][:3]
                    """)).isEqualTo(NOTHING);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void noFileCanBeRead(boolean gagged) {
            assertThat(valueOf((gagged ? GAG : "") + TRY + """
                    import io, linecache, os
                    paths = ['/etc/passwd', '/proc/self/environ', '/proc/self/maps', f'/proc/{os.getppid()}/environ',
                             f'/proc/{os.getppid()}/mem', '/proc/1/cmdline', '/', '.', os.__file__, '/dev/zero', '/tmp']
                    def f():
                        through = []
                        for path in paths:
                            through += succeeded({
                                'open ' + path: lambda: open(path).read(1),
                                'os.open ' + path: lambda: os.open(path, os.O_RDONLY),
                                'FileIO ' + path: lambda: io.FileIO(path),
                                'listdir ' + path: lambda: os.listdir(path),
                                'stat ' + path: lambda: os.stat(path),
                                'readlink ' + path: lambda: os.readlink(path),
                                'fromfile ' + path: lambda: np.fromfile(path, 'u1', 1),
                                'memmap ' + path: lambda: np.memmap(path, 'u1', 'r'),
                            })
                            through += linecache.getlines(path)
                        return through
                    """)).isEqualTo(NOTHING);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void whoOpensAFileIsToldThatThereAreNone(boolean gagged) {
            assertRefused(run((gagged ? GAG : "") + "def f():\n    return open('/etc/passwd').read()"), Forbidden.FILE);
        }

        @Test
        void theEnvironmentIsEmpty() {
            Value.Tuple names = (Value.Tuple) valueOf("import os\ndef f(): return sorted(os.environ)");
            assertThat(names.parts())
                    .isSubsetOf(Arrays.stream(new String[] {
                                "LC_CTYPE", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"
                            })
                            .<Value>map(Value.Text::new)
                            .toList());
        }
    }

    @Nested
    class ForgingTheVerdict {
        @Test
        void whoWritesToEveryDescriptorIsFoundOut() {
            assertRefused(run("""
                    import os
                    def f():
                        for descriptor in range(1024):
                            try:
                                os.write(descriptor, b'passed')
                            except OSError:
                                pass
                        return 1
                    """), Forbidden.DESCRIPTOR);
        }

        @Test
        void aForgedResultIsAValueLikeAnyOther() {
            Report report = runner.run(
                    Submission.of("""
                    import os, struct
                    from stride_runner.values import encode
                    def f(n):
                        for _ in range(n):
                            data = encode((np.zeros(2), []))
                            os.write(3, b'v' + struct.pack('>I', len(data)) + data)
                        data = encode(None)
                        os.write(3, b'd' + struct.pack('>I', len(data)) + data)
                        os._exit(0)
                    """).calling("f", List.of(List.of(Value.Scalar.of(2)), List.of(Value.Scalar.of(2)))));
            assertThat(report.calls())
                    .extracting(CallResult::outcome)
                    .containsOnly(new Outcome.Returned(NdArray.zeros(2), List.of()));
        }

        @Test
        void aForgedEndWithoutItsResultsIsFoundOut() {
            assertRefused(run("""
                    import os, struct
                    from stride_runner.values import encode
                    def f():
                        data = encode(None)
                        os.write(3, b'd' + struct.pack('>I', len(data)) + data)
                        os._exit(0)
                    """), Forbidden.DESCRIPTOR);
        }

        @Test
        void closingTheDescriptorsHidesNothing() {
            Report report = run("""
                    import os
                    def f():
                        for descriptor in range(8):
                            try:
                                os.close(descriptor)
                            except OSError:
                                pass
                        while True: pass
                    """);
            assertTimedOut(only(report), Clock.CPU);
        }

        @Test
        void endingTheProcessEndsTheSubmission() {
            assertThat(only(run("import os\ndef f(): os._exit(0)")))
                    .isInstanceOfSatisfying(
                            Outcome.Exited.class,
                            exited -> assertThat(exited.status()).isEqualTo("0"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"import sys; sys.exit(0)", "raise SystemExit", "exit()", "quit(0)"})
        void exitingEndsTheCallOnly(String way) {
            Report report = runner.run(Submission.of("def f(): " + way).calling("f", List.of(List.of(), List.of())));
            assertThat(report.stopped()).isNull();
            assertThat(report.calls())
                    .extracting(CallResult::outcome)
                    .hasSize(2)
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Exited.class));
        }

        @Test
        void interruptsOfTheCodesOwnAreExceptions() {
            assertRaised(run("def f(): raise KeyboardInterrupt"), "KeyboardInterrupt");
            assertRaised(run("def f(): raise GeneratorExit"), "GeneratorExit");
            assertRaised(run("class Own(BaseException): pass\ndef f(): raise Own('x')"), "Own");
        }

        @Test
        void whatIsRegisteredForTheEndDoesNotRun() {
            Report report = run("""
                    import os
                    try:
                        import atexit
                        atexit.register(lambda: os.write(3, b'forged'))
                    except ImportError:
                        pass
                    def f(): return 1
                    """);
            assertThat(value(report)).isEqualTo(Value.Scalar.of(1));
        }

        @Test
        void whatIsPrintedIsOnlyPrinted() {
            Report report = run("""
                    import sys
                    def f():
                        print('v\\0\\0\\0\\5{"passed": true}')
                        sys.__stdout__.write('v')
                        sys.stderr.write('d')
                        return 2
                    """);
            assertThat(value(report)).isEqualTo(Value.Scalar.of(2));
            assertThat(report.calls().getFirst().output()).isEqualTo("v\0\0\0\5{\"passed\": true}\nvd");
        }

        @Test
        void nothingIsPickled() {
            Report report = runner.run(
                    Submission.of("""
                    triggered = []
                    class Bomb:
                        def __reduce__(self):
                            triggered.append('reduce')
                            return print, ('boom',)
                        __reduce_ex__ = __getstate__ = __reduce__
                    def f(n): return Bomb() if n == 0 else triggered
                    """).calling("f", List.of(List.of(Value.Scalar.of(0)), List.of(Value.Scalar.of(1)))));
            assertThat(report.calls())
                    .extracting(CallResult::outcome)
                    .containsExactly(
                            new Outcome.Returned(new Value.Other("Bomb"), List.of()),
                            new Outcome.Returned(NOTHING, List.of()));
        }

        @Test
        void patchingTheRunnerHarmsTheOwnRunOnly() {
            Report report = run("""
                    import json, sys
                    import stride_runner.submission as submission, stride_runner.values as values
                    json.dumps = lambda *more: 'passed'
                    submission.encode = values.encode = lambda *more: b'N'
                    submission.Report.send = lambda *more: None
                    submission.Report.value = lambda self, value, changed: self.write('v', b'passed')
                    def f():
                        sys.modules.clear()
                        return 1
                    """);
            assertThat(report.stopped()).isNotNull();
            assertThat(report.calls()).isEmpty();
        }

        @Test
        void theServerCannotBePoisoned() {
            run("""
                    import builtins, gc, math, os, sys
                    np.sum = np.zeros = math.sqrt = builtins.print = lambda *more, **most: 666
                    np.seterr(all='raise')
                    np.set_printoptions(precision=1)
                    sys.setrecursionlimit(50)
                    sys.path[:] = []
                    sys.modules['numpy'] = sys.modules['math'] = None
                    os.environ['X'] = 'poisoned'
                    gc.disable()
                    for thing in gc.get_objects():
                        if isinstance(thing, dict) and 'HEADER' in thing:
                            thing.clear()
                    def f(): return 1
                    """);
        }
    }

    @Nested
    class TakingTheMachineDown {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "while True: pass",
                    """
                    while True:
                        try:
                            while True: pass
                        except BaseException:
                            pass
                    """,
                    "x = np.ones((5000, 5000), np.float32)\nwhile True: x = x @ x",
                    "import re; re.match('(a+)+$', 'a' * 60 + 'b')",
                    "10 ** 10 ** 8",
                    """
                    import signal
                    for number in signal.valid_signals():
                        try:
                            signal.signal(number, signal.SIG_IGN)
                        except (OSError, ValueError):
                            pass
                    while True: pass
                    """
                })
        void whatNeverEndsIsEnded(String source) {
            assertTimedOut(runner.run(Submission.of(source).within(SHORT)).stopped(), Clock.CPU);
        }

        @Test
        void whatSleepsIsEndedToo() {
            Report report = runner.run(Submission.of("import time\nwhile True: time.sleep(1000)")
                    .within(Limits.DEFAULT.withWall(Duration.ofSeconds(1))));
            assertTimedOut(report.stopped(), Clock.WALL);
            assertThat(((Outcome.TimedOut) Objects.requireNonNull(report.stopped()))
                            .traceback()
                            .line())
                    .isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void noProcessCanBeMade(boolean gagged) {
            assertThat(valueOf((gagged ? GAG : "") + TRY + """
                    import os, subprocess
                    def f():
                        return succeeded({
                            'fork': os.fork,
                            'forkpty': os.forkpty,
                            'spawn': lambda: os.posix_spawn('/bin/true', ['true'], {}),
                            'run': lambda: subprocess.run(['/bin/true']),
                            'popen': lambda: os.popen('true').read(),
                            'exec': lambda: os.execv('/bin/true', ['true']),
                            'setsid': os.setsid,
                            'setpgid': lambda: os.setpgid(0, 0),
                        })
                    """)).isEqualTo(NOTHING);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void aForkBombIsRefusedAtItsFirstFork(boolean gagged) {
            assertThat(only(run((gagged ? GAG : "") + "import os\ndef f():\n    while True: os.fork()")))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.what()).isIn(Forbidden.PROCESS, Forbidden.OTHER));
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void aThreadBombIsRefusedAtItsFirstThread(boolean gagged) {
            assertRefused(run((gagged ? GAG : "") + """
                    import threading
                    def f():
                        while True: threading.Thread(target=f).start()
                    """), Forbidden.THREAD);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "np.ones((1 << 20, 1 << 14))",
                    "'x' * 10 ** 10",
                    "bytearray(10 ** 12)",
                    "[0] * 10 ** 9",
                    "list(range(10 ** 9))",
                    "np.zeros((1 << 14, 1 << 14)) @ np.zeros((1 << 14, 1 << 14))"
                })
        void memoryIsLimited(String expression) {
            Report report =
                    runner.run(call("def f(): return " + expression, "f").withCell("'and after it'"));
            assertThat(report.calls().getFirst().outcome())
                    .isInstanceOfSatisfying(
                            Outcome.OutOfMemory.class,
                            outcome -> assertThat(outcome.traceback().line()).isEqualTo(1));
            assertThat(report.stopped()).isNull();
        }

        @Test
        void memoryThatIsTakenBitByBitIsLimited() {
            Limits small = Limits.DEFAULT.withMemory(64 << 20);
            assertThat(only(runner.run(call("def f():\n    x = []\n    while True: x.append(float(len(x)))", "f")
                            .within(small))))
                    .isInstanceOf(Outcome.OutOfMemory.class);
            assertThat(only(runner.run(call("kept = []\ndef f():\n    while True: kept.append([len(kept)])", "f")
                            .within(small))))
                    .isInstanceOf(Outcome.OutOfMemory.class);
        }

        @Test
        void deepRecursionIsAnException() {
            assertRaised(run("def f(): return f()"), "RecursionError");
        }

        @Test
        void recursionWithoutItsLimitIsEndedByAnotherOne() {
            Report report = runner.run(call("""
                    import sys
                    sys.setrecursionlimit(10 ** 9)
                    def f(n=0): return f(n + 1)
                    """, "f").within(Limits.DEFAULT.withMemory(64 << 20)));
            assertThat(only(report))
                    .isInstanceOfAny(
                            Outcome.OutOfMemory.class,
                            Outcome.Crashed.class,
                            Outcome.TimedOut.class,
                            // CPython 3.11 forgets to say what failed
                            Outcome.Raised.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "while True: print('x' * 1000)",
                    "print('x' * 200_000_000)",
                    "for _ in range(10 ** 7): print('.', end='')",
                    "import os\nwhile True: os.write(1, b'x' * 1000)",
                    "import os\nwhile True: os.write(2, b'x')",
                    "import sys\nwhile True: sys.stderr.write('x' * 1000)"
                })
        void outputIsLimited(String source) {
            Report report = runner.run(Submission.of(source));
            assertThat(report.stopped()).isEqualTo(new Outcome.TooMuchOutput(Channel.PRINTED));
            assertThat(report.output()).hasSizeBetween(60_000, 64 << 10);
        }

        @Test
        void controlCharactersAreTextForTheReader() {
            Report report = run("def f(): print('\\033[2J\\033]0;title\\007\\ud800')");
            assertThat(report.calls().getFirst().output()).isEqualTo("\033[2J\033]0;title\007\\ud800\n");
        }

        @Test
        void warningsAreFew() {
            Report report = run("""
                    import warnings
                    warnings.simplefilter('always')
                    def f():
                        for number in range(20_000):
                            warnings.warn('number %d' % number)
                    """);
            assertThat(value(report)).isEqualTo(Value.NONE);
            assertThat(report.calls().getFirst().warnings()).hasSize(50);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "np.broadcast_to(0.0, (10 ** 9,))",
                    "np.zeros(2_000_000)",
                    "np.zeros(2_000_000, bool)",
                    "[0] * 1_000_000",
                    "'x' * 10_000_000",
                    "{str(n): n for n in range(200_000)}",
                    "[[0] * 1000] * 1000"
                })
        void whatIsReturnedIsLimited(String expression) {
            Report report =
                    runner.run(call("def f(): return " + expression, "f").withCell("'and after it'"));
            assertThat(report.calls())
                    .extracting(CallResult::outcome)
                    .containsExactly(
                            new Outcome.TooMuchOutput(Channel.RETURNED),
                            new Outcome.Returned(new Value.Text("and after it"), List.of()));
        }

        @Test
        void whatIsWrittenPastTheRunnersAccountsIsLimited() {
            Report report = run("import os\ndef f():\n    while True: os.write(3, b'v' + b'\\0' * 1000)");
            assertRefused(report, Forbidden.DESCRIPTOR);
        }

        @Test
        void nestingEnds() {
            assertThat(valueOf("""
                    def f():
                        deep = []
                        for _ in range(10 ** 5): deep = [deep]
                        return deep
                    """)).isInstanceOf(Value.Tuple.class);
            assertThat(valueOf("def f():\n    x = []\n    x.append(x)\n    return x"))
                    .isInstanceOf(Value.Tuple.class);
            assertThat(only(run("def f():\n    x = []\n    x.extend([x] * 10)\n    return x")))
                    .isEqualTo(new Outcome.TooMuchOutput(Channel.RETURNED));
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void nothingCanBeWrittenAnywhere(boolean gagged) {
            assertThat(valueOf((gagged ? GAG : "") + TRY + """
                    import os, tempfile
                    def f():
                        return succeeded({
                            'open': lambda: open('x', 'w'),
                            'save': lambda: np.save('/tmp/x', np.zeros(2)),
                            'tofile': lambda: np.zeros(2).tofile('/tmp/x'),
                            'savetxt': lambda: np.savetxt('x', np.zeros(2)),
                            'mkdir': lambda: os.mkdir('/tmp/y'),
                            'remove': lambda: os.remove('/etc/passwd'),
                            'chmod': lambda: os.chmod('/tmp', 0o777),
                            'mkfifo': lambda: os.mkfifo('/tmp/z'),
                            'tempfile': lambda: tempfile.TemporaryFile(),
                            'memfd': lambda: os.memfd_create('x'),
                            'pipe': os.pipe,
                            'dup': lambda: os.dup(1),
                        })
                    """)).isEqualTo(NOTHING);
        }

        @Test
        void aSourceMayHaveManyLinesButNotTooManyBytes() {
            Submission lines = call("\n".repeat(99_000) + "def f(): return 1", "f");
            assertThat(value(runner.run(lines))).isEqualTo(Value.Scalar.of(1));
            assertSourceError("x = 1\n".repeat(1_000_000), "longer than 100000 bytes", 0);
        }

        @Test
        void sourcesThatAreNoPythonAreToldSo() {
            assertSourceError("((((".repeat(10_000), "too many nested parentheses", 1);
            assertSourceError("x = 1\ny = '\0'", "null bytes", 0);
            assertSourceError("x = 1\ny = '" + (char) 0xd800 + "'", "U+D800", 2);
            assertSourceError("if True:\n\tx = 1\n        y = 2", "inconsistent use of tabs", 3);
        }

        @ParameterizedTest
        @ValueSource(strings = {"-", "not ", "[", "x.", "lambda: ", "x if y else ", "1 + "})
        void sourcesThatAreTooDeepHarmNobody(String piece) {
            Report report = runner.run(
                    Submission.of(piece.repeat(90_000 / piece.length()) + "1").within(SHORT));
            assertThat(report.stopped())
                    .isInstanceOfAny(
                            Outcome.SourceError.class,
                            Outcome.Crashed.class,
                            Outcome.Raised.class,
                            Outcome.TimedOut.class,
                            Outcome.OutOfMemory.class);
        }

        @Test
        void editorsMayEndLinesAsTheyLike() {
            assertThat(valueOf("\ufeffdef f():\r\n    x = 'a\u202eb'\r\n    return x\r"))
                    .isEqualTo(new Value.Text("a\u202eb"));
        }
    }

    @Nested
    class GettingOut {
        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void noSocketOfAnyFamily(boolean gagged) {
            assertThat(valueOf((gagged ? GAG : "") + TRY + """
                    def f():
                        attempts = {}
                        for family in range(46):
                            for kind in (1, 2, 3, 5):
                                attempts[f'{family}/{kind}'] = lambda: __import__('socket').socket(family, kind)
                        attempts['pair'] = lambda: __import__('socket').socketpair()
                        attempts['name'] = lambda: __import__('socket').gethostbyname('localhost')
                        return succeeded(attempts)
                    """)).isEqualTo(NOTHING);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void noOtherProcessCanBeTouched(boolean gagged) {
            assertThat(valueOf((gagged ? GAG : "") + TRY + """
                    import os, signal, sys
                    def f():
                        return succeeded({
                            'kill the server': lambda: os.kill(os.getppid(), 9),
                            'kill all': lambda: os.kill(-1, 9),
                            'kill the group': lambda: os.killpg(0, 9),
                            'kill itself': lambda: os.kill(os.getpid(), 9),
                            'system': lambda: 1 / (os.system('true') == 0),
                            'nice': lambda: os.nice(-1),
                            'priority': lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19),
                            'affinity': lambda: os.sched_setaffinity(0, {0}),
                            'limit': lambda: __import__('resource').prlimit(os.getppid(), 0, (1, 1)),
                            'setuid': lambda: os.setuid(0),
                            'chroot': lambda: os.chroot('/'),
                            'alarm': lambda: 1 / signal.setitimer(signal.ITIMER_REAL, 1)[0],
                        })
                    """)).isEqualTo(NOTHING);
        }

        @Test
        void callsOfTheLibraryOfCAreRefusedByTheKernel() {
            assertThat(valueOf(GAG + """
                    import ctypes, mmap, os
                    libc = ctypes.CDLL(None, use_errno=True)
                    def refused(name, *arguments):
                        ctypes.set_errno(0)
                        result = getattr(libc, name)(*arguments)
                        return result == -1 and ctypes.get_errno() == 1
                    def f():
                        calls = [
                            ('open', b'/etc/passwd', 0), ('socket', 2, 1, 0), ('fork',), ('kill', os.getppid(), 9),
                            ('ptrace', 16, os.getppid(), 0, 0), ('execv', b'/bin/true', None), ('unshare', 0x10000000),
                            ('prctl', 15, b'name'), ('personality', 0x0400000), ('mount', b'x', b'/', b'tmpfs', 0, None),
                            ('process_vm_readv', os.getppid(), None, 0, None, 0, 0), ('memfd_create', b'x', 0),
                            ('mmap', None, 4096, 7, 0x22, -1, 0), ('mprotect', ctypes.c_void_p(0x10000), 4096, 7),
                            ('syscall', 435, None, 0), ('syscall', 425, 1, None),
                            ('shmget', 0, 4096, 0o1600), ('setrlimit', 0, None), ('ioctl', 1, 0x5412, b'x'),
                            ('setns', 3, 0), ('chdir', b'/'), ('dup', 1), ('pipe', None),
                        ]
                        return [call[0] for call in calls if not refused(*call)]
                    """)).isEqualTo(NOTHING);
        }

        @Test
        void whoCallsCIsToldThatThereIsNone() {
            assertRefused(run("import ctypes\ndef f(): return ctypes.CDLL(None)"), Forbidden.NATIVE_CODE);
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void nothingMoreCanBeImported(boolean gagged) {
            assertThat(valueOf((gagged ? GAG : "") + TRY + """
                    import importlib, sys
                    def by_path():
                        sys.path.insert(0, '/tmp')
                        sys.meta_path[:] = [sys.modules['_frozen_importlib_external'].PathFinder]
                        sys.path_importer_cache.clear()
                        importlib.import_module('sqlite3')
                    def by_file():
                        import importlib.util
                        spec = importlib.util.spec_from_file_location('x', '/etc/passwd')
                        spec.loader.exec_module(importlib.util.module_from_spec(spec))
                    def f():
                        return succeeded({
                            'import': lambda: importlib.import_module('sqlite3'),
                            'file': by_file,
                            'path': by_path,
                        })
                    """)).isEqualTo(NOTHING);
        }

        @Test
        void anotherNumpyIsTheOwnOneOnly() {
            assertThat(valueOf("""
                    import sys, types
                    sys.modules['numpy'] = types.ModuleType('numpy')
                    def f(): return [1.0]
                    """)).isEqualTo(new Value.Tuple(List.of(number(1)), true));
        }

        @Test
        void aCrashIsToldApart() {
            assertThat(only(run(GAG + "import ctypes\ndef f(): ctypes.string_at(0)")))
                    .isEqualTo(new Outcome.Crashed("SIGSEGV"));
            assertThat(only(run("import os\ndef f(): os.abort()"))).isEqualTo(new Outcome.Crashed("SIGABRT"));
        }
    }

    @Nested
    class InnocentButFatal {
        @Test
        void nobodyAnswers() {
            assertRefused(run("def f():\n    return input('n? ')"), Forbidden.INPUT);
            assertRefused(run("import sys\ndef f():\n    return sys.stdin.readline()"), Forbidden.INPUT);
            assertThat(only(run("def f():\n    breakpoint()"))).isInstanceOf(Outcome.Refused.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"h5py", "matplotlib.pyplot", "scipy", "torch", "test_utils", "public_tests"})
        void missingModulesAreNamed(String module) {
            Report report = runner.run(Submission.of("import numpy\nimport " + module));
            assertThat(report.stopped()).isInstanceOfSatisfying(Outcome.Raised.class, raised -> {
                assertThat(raised.type()).isEqualTo("ModuleNotFoundError");
                assertThat(raised.message()).isEqualTo("No module named '" + module.replaceAll("\\..*", "") + "'");
                assertThat(raised.traceback().line()).isEqualTo(2);
            });
        }

        @Test
        void whatOnlyANotebookUnderstandsIsNamedByItsLine() {
            assertSourceError("import numpy as np\n%matplotlib inline", "invalid syntax", 2);
            assertSourceError("!pip install numpy", "invalid syntax", 1);
            assertSourceError("print 'hello'", "Missing parentheses in call to 'print'", 1);
            assertSourceError("x = \u201ca\u201d", "invalid character '\u201c' (U+201C)", 1);
            assertSourceError("def f():\n    x = 1\n  return x", "unindent does not match", 3);
            assertSourceError("return 1", "'return' outside function", 1);
        }

        @Test
        void aMissingReturnIsNone() {
            assertThat(valueOf("def f():\n    x = 1")).isEqualTo(Value.NONE);
            Report report = run("def f():\n    print(1)");
            assertThat(value(report)).isEqualTo(Value.NONE);
            assertThat(report.calls().getFirst().output()).isEqualTo("1\n");
        }

        @Test
        void codeOutsideOfTheFunctionRunsOnce() {
            Report report = runner.run(Submission.of("print('loading')\nx = 3\ndef f(): return x")
                    .calling("f", List.of(List.of(), List.of())));
            assertThat(report.output()).isEqualTo("loading\n");
            assertThat(report.calls()).hasSize(2);
            Report broken = run("def f(): return 1\nprint(undefined)");
            assertThat(broken.calls()).isEmpty();
            assertThat(broken.stopped())
                    .isInstanceOfSatisfying(
                            Outcome.Raised.class,
                            raised -> assertThat(raised.traceback().line()).isEqualTo(2));
        }

        @Test
        void aRenamedFunctionIsMissingAndTheOthersAreNamed() {
            Report report = run("import math\ndef g(): pass\ndef h(x, pad=1): pass\nf2 = lambda: 1");
            assertThat(report.stopped())
                    .isEqualTo(new Outcome.FunctionMissing(
                            "f",
                            List.of(
                                    new FunctionDefinition("g", 2, List.of()),
                                    new FunctionDefinition("h", 3, List.of("x", "pad")),
                                    new FunctionDefinition("f2", 4, List.of()))));
            assertThat(report.calls()).isEmpty();
        }

        @Test
        void otherParametersAreNamedWhereTheFunctionBegins() {
            assertThat(only(run("\ndef f(x, pad):\n    return x")))
                    .isInstanceOfSatisfying(Outcome.Raised.class, raised -> {
                        assertThat(raised.type()).isEqualTo("TypeError");
                        assertThat(raised.message()).contains("missing 2 required positional arguments: 'x' and 'pad'");
                        assertThat(raised.traceback().line()).isEqualTo(2);
                    });
        }

        @Test
        void exceptionsThatHaveNoTextStillHaveAName() {
            assertThat(only(run("""
                    class Silent(Exception):
                        def __str__(self): raise self
                        __repr__ = __str__
                    def f(): raise Silent
                    """))).isInstanceOfSatisfying(Outcome.Raised.class, raised -> {
                assertThat(raised.type()).isEqualTo("Silent");
                assertThat(raised.message()).isEqualTo("<Silent without a text>");
            });
        }
    }

    private static Report run(String source) {
        return runner.run(call(source, "f").within(Limits.DEFAULT.withCpu(Duration.ofSeconds(1))));
    }

    private static Value valueOf(String source) {
        return value(runner.run(call(source, "f")));
    }

    private static void assertRefused(Report report, Forbidden what) {
        assertThat(only(report))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.what()).isEqualTo(what));
    }

    private static void assertRaised(Report report, String type) {
        Consumer<Outcome.Raised> isType = raised -> assertThat(raised.type()).isEqualTo(type);
        assertThat(only(report)).isInstanceOfSatisfying(Outcome.Raised.class, isType);
    }

    private static void assertSourceError(String source, String message, int line) {
        assertThat(runner.run(Submission.of(source)).stopped())
                .isInstanceOfSatisfying(Outcome.SourceError.class, error -> {
                    assertThat(error.message()).contains(message);
                    assertThat(error.line()).isEqualTo(line);
                });
    }
}
