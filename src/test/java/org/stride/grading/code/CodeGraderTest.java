package org.stride.grading.code;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.CodeGraders;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.exercise.Strategy;
import org.stride.grading.CaseResult;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.CheckListener;
import org.stride.grading.Diagnosis;
import org.stride.grading.Note;
import org.stride.grading.Relation;
import org.stride.grading.Verdict;
import org.stride.python.FunctionDefinition;
import org.stride.python.Limits;
import org.stride.python.PythonRunner;
import org.stride.report.CodeWording;
import org.stride.report.Translations;
import org.stride.report.Wording;

/** Typed code on real Python, from source to verdict. */
@Timeout(300)
class CodeGraderTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final Path SOLUTIONS = Path.of("src/test/resources/solutions");
    private final CodeWording wording = new CodeWording(new Translations());
    private static PythonRunner runner;
    private static CodeGrader grader;

    @BeforeAll
    static void start() {
        runner = CodeGraders.runner();
        grader = CodeGraders.grader(CATALOGUE, runner);
    }

    @AfterAll
    static void stop() {
        if (runner != null) {
            runner.close();
        }
    }

    private static CodeVerdict check(String exercise, String source) {
        return grader.grade(CATALOGUE.get(exercise), source, "", CheckListener.NONE);
    }

    static Stream<Path> solutions() throws IOException {
        try (Stream<Path> files = Files.list(SOLUTIONS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("solutions")
    void solutionsInTheStyleOfTheNotebookPass(Path file) throws IOException {
        String name = file.getFileName().toString().replaceAll("\\..*", "");
        CodeVerdict code = check(name, Files.readString(file, StandardCharsets.UTF_8));
        assertThat(code.verdict().results().stream().filter(CaseResult::decisive))
                .isEmpty();
        assertThat(code.passed()).isTrue();
        assertThat(code.problem()).isNull();
    }

    @Test
    void theSolutionsCoverTheWholeCourse() throws IOException {
        assertThat(solutions().map(file -> file.getFileName().toString().replaceAll("\\..*", "")))
                .containsOnlyOnceElementsOf(List.of("zero_pad", "pool_forward", "conv_backward", "pool_backward"))
                .contains("conv_single_step", "conv_forward", "create_mask_from_window", "distribute_value");
    }

    static Stream<Strategy> strategies() {
        return CATALOGUE.exercises().stream().flatMap(exercise -> exercise.strategies().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strategies")
    void everyStrategyPassesAsTypedCode(Strategy strategy) {
        CodeVerdict code = check(strategy.exercise(), strategy.listing().code());
        assertThat(code.verdict().results().stream().filter(CaseResult::decisive))
                .isEmpty();
        assertThat(code.passed()).isTrue();
    }

    @Test
    void theStarterRunsAndFailsWithAReason() {
        for (Exercise exercise : CATALOGUE.exercises()) {
            CodeVerdict code = check(exercise.name(), exercise.worksheet().starter());
            assertThat(code.passed()).as(exercise.name()).isFalse();
            assertThat(code.defined()).extracting(FunctionDefinition::name).contains(exercise.name());
        }
    }

    @Test
    void resultsComeOneByOneAndInEachRunTheAdvisoryOnesLast() {
        List<CaseResult> told = new ArrayList<>();
        CodeVerdict code = grader.grade(
                CATALOGUE.get("conv_backward"), solution("conv_backward.negative_slice.py"), "", new CheckListener() {
                    @Override
                    public void caseDone(CaseResult result, int done, int total) {
                        told.add(result);
                        assertThat(done).isEqualTo(told.size());
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                });
        assertThat(told).hasSameSizeAs(code.verdict().results());
        // Shown ones that decide, shown ones that do not, held-out ones
        assertThat(told)
                .extracting(CaseResult::testCase)
                .extracting(testCase -> testCase.heldOut() ? 3 : testCase.required() ? 1 : 2)
                .isSorted()
                .contains(1, 2, 3);
        assertThat(code.verdict().advisory()).extracting(CaseResult::passed).containsExactly(false, true);
        assertThat(code.passed()).isTrue();
    }

    @Test
    void aCheckCanBeCancelled() {
        CheckListener impatient = new CheckListener() {
            private boolean enough;

            @Override
            public void caseDone(CaseResult result, int done, int total) {
                enough = true;
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        };
        String source = """
                calls = []
                def zero_pad(X, pad):
                    calls.append(X)
                    while len(calls) > 1: pass
                """;
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> grader.grade(CATALOGUE.get("zero_pad"), source, "", impatient)))
                .isInstanceOf(CheckCancelledException.class);
        assertThat(check("zero_pad", solution("zero_pad.np_pad.py")).passed()).isTrue();
    }

    // --- Helpers and blame
    // -----------------------------------------------------------------------------------------------

    private static final String ZERO_PAD_ON_ALL_AXES = """
            def zero_pad(X, pad):
                return np.pad(X, pad)

            """;

    @Test
    void theHelperIsToBlameWhereTheFunctionIsRightWithOurs() {
        CodeVerdict code = check("conv_backward", ZERO_PAD_ON_ALL_AXES + solution("conv_backward.negative_slice.py"));
        assertThat(code.passed()).isFalse();
        assertThat(code.blame()).isNotNull();
        assertThat(code.blame().withOurs().passed()).isTrue();
        assertThat(code.blame().own()).containsOnlyKeys("zero_pad");
        assertThat(code.blame().own().get("zero_pad").diagnosis())
                .isInstanceOfSatisfying(
                        Diagnosis.KnownFlaw.class,
                        known ->
                                assertThat(known.flaws()).extracting(Choice::id).contains("pads_all_axes"));
    }

    @Test
    void aRightHelperOfOnesOwnIsFine() {
        CodeVerdict code =
                check("conv_forward", solution("zero_pad.np_pad.py") + solution("conv_forward.array_into_element.py"));
        assertThat(code.passed()).isTrue();
        assertThat(code.blame().own().get("zero_pad").passed()).isTrue();
    }

    @Test
    void bothMayBeWrong() {
        CodeVerdict code = check(
                "conv_forward",
                ZERO_PAD_ON_ALL_AXES
                        + solution("conv_forward.array_into_element.py").replace("h * stride", "h"));
        assertThat(code.passed()).isFalse();
        assertThat(code.blame().withOurs().passed()).isFalse();
        assertThat(code.blame().own().get("zero_pad").passed()).isFalse();
    }

    @Test
    void whatCompensatesForAHelperOfOnesOwnIsRightAsItStands() {
        CodeVerdict code = check(
                "conv_forward",
                """
                def zero_pad(X, pad):
                    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (1, 1)))

                """
                        + solution("conv_forward.array_into_element.py")
                                .replace("zero_pad(A_prev, pad)", "zero_pad(A_prev, pad)[..., 1:-1]"));
        assertThat(code.passed()).isTrue();
        assertThat(code.blame().withOurs().passed()).isFalse();
    }

    // --- Any order of memory, any kind of number
    // ---------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "np.asfortranarray(%s)",
                "%s[::-1][::-1]",
                "np.ascontiguousarray(%s)",
                "%s.view(type('A', (np.ndarray,), {}))"
            })
    void arraysOfAnyOrderAreRight(String expression) {
        assertThat(check("zero_pad", """
                        def zero_pad(X, pad):
                            X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
                            return %s
                        """.formatted(expression.formatted("X_pad")))
                        .passed())
                .isTrue();
    }

    @Test
    void whoReadsMemoryInsteadOfTheArrayIsFoundOut() {
        CodeVerdict code = check("create_mask_from_window", """
                def create_mask_from_window(x):
                    flat = x.ravel(order='K')
                    return (flat == flat.max()).reshape(x.shape)
                """);
        assertThat(code.passed()).isFalse();
        assertThat(code.verdict().shown().passed()).isTrue();
    }

    @Test
    void anInputThatMustNotBeWrittenToOnlyTeaches() {
        CodeVerdict code = check("zero_pad", """
                def zero_pad(X, pad):
                    X += 0
                    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
                """);
        assertThat(code.passed()).isTrue();
    }

    @Test
    void aChangedInputIsToldAndDoesNotDecide() {
        CodeVerdict code = check("zero_pad", """
                def zero_pad(X, pad):
                    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
                    if X.flags.writeable: X[0] = 0
                    return X_pad
                """);
        assertThat(code.passed()).isTrue();
        assertThat(code.verdict().notes()).contains(new Note.InputChanged("X"));
    }

    // --- What keeps code from being judged
    // ---------------------------------------------------------------------------------

    @Test
    void aRenamedFunctionIsNamedWithItsLine() {
        assertThat(problem("zero_pad", "\ndef zeropad(X, pad):\n    return X"))
                .isEqualTo(new CodeProblem.Renamed("zero_pad", "zeropad", 2));
    }

    @Test
    void anEmptySheetHasNoFunction() {
        assertThat(problem("zero_pad", "")).isEqualTo(new CodeProblem.NoFunction("zero_pad"));
    }

    @Test
    void anUnrelatedFunctionIsNotTakenForIt() {
        assertThat(problem("zero_pad", "def f(a):\n    return a")).isEqualTo(new CodeProblem.NoFunction("zero_pad"));
    }

    @Test
    void otherParametersAreNamedByLine() {
        assertThat(problem("zero_pad", "def zero_pad(X):\n    return X"))
                .isEqualTo(new CodeProblem.OtherParameters("zero_pad(X, pad)", List.of("X"), 1));
    }

    @Test
    void reorderedParametersAreNamed() {
        assertThat(problem("zero_pad", "def zero_pad(pad, X):\n    return np.pad(X, pad)"))
                .isEqualTo(new CodeProblem.ParametersReordered(List.of("X", "pad"), List.of("pad", "X"), 1));
    }

    @Test
    void otherNamesForTheParametersAreFine() {
        assertThat(check(
                                "distribute_value",
                                "def distribute_value(value, size):\n    return np.full(size, value / np.prod(size))")
                        .passed())
                .isTrue();
    }

    @Test
    void aMissingReturnIsToldApartFromPrinting() {
        assertThat(problem("zero_pad", "def zero_pad(X, pad):\n    Y = X"))
                .isEqualTo(new CodeProblem.NothingReturned(false, 1));
        assertThat(problem("zero_pad", "def zero_pad(X, pad):\n    print(X.shape)"))
                .isEqualTo(new CodeProblem.NothingReturned(true, 1));
    }

    @Test
    void codeOutsideOfTheFunctionIsNamedByItsLine() {
        assertThat(problem("zero_pad", solution("zero_pad.np_pad.py") + "print(zero_pad(x, 2))"))
                .isInstanceOfSatisfying(CodeProblem.OutsideOfFunctions.class, problem -> {
                    assertThat(problem.type()).isEqualTo("NameError");
                    assertThat(problem.line()).isEqualTo(4);
                });
    }

    @Test
    void missingModulesAreNamed() {
        assertThat(problem("zero_pad", "import numpy as np\nimport h5py\n" + solution("zero_pad.np_pad.py")))
                .isEqualTo(new CodeProblem.NoModule("h5py", 2));
        assertThat(problem("zero_pad", "import matplotlib.pyplot as plt\n" + solution("zero_pad.np_pad.py")))
                .isEqualTo(new CodeProblem.NoModule("matplotlib", 1));
    }

    @Test
    void nobodyAnswersInput() {
        assertThat(problem("zero_pad", "def zero_pad(X, pad):\n    pad = int(input())\n    return X"))
                .isInstanceOfSatisfying(
                        CodeProblem.NotAvailable.class,
                        problem -> assertThat(problem.line()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%matplotlib inline", "!pip install numpy"})
    void commandsOfANotebookAreRecognised(String line) {
        assertThat(problem("zero_pad", line + "\n" + solution("zero_pad.np_pad.py")))
                .isInstanceOfSatisfying(CodeProblem.NotPython.class, problem -> {
                    assertThat(problem.mistake()).isEqualTo(CodeProblem.Mistake.NOTEBOOK_COMMAND);
                    assertThat(problem.line()).isEqualTo(1);
                });
    }

    @Test
    void otherTextsThatAreNoPythonAreRecognised() {
        assertThat(mistake("print “done”")).isEqualTo(CodeProblem.Mistake.TYPOGRAPHY);
        assertThat(mistake("print 'done'")).isEqualTo(CodeProblem.Mistake.PYTHON_2_PRINT);
        assertThat(mistake("if True:\n        x = 1\n\ty = 2")).isEqualTo(CodeProblem.Mistake.INDENTATION);
        assertThat(mistake("x = (1")).isEqualTo(CodeProblem.Mistake.OTHER);
    }

    private static CodeProblem.Mistake mistake(String source) {
        return ((CodeProblem.NotPython) problem("zero_pad", source)).mistake();
    }

    @Test
    void anExceptionTellsLineAndVariables() {
        CodeVerdict code = check(
                "conv_forward",
                solution("conv_forward.array_into_element.py")
                        .replace("[..., c]", "[c]")
                        .replace("range(n_H)", "range(n_H + 1)"));
        assertThat(code.problem()).isInstanceOfSatisfying(CodeProblem.Raised.class, raised -> {
            assertThat(raised.line()).isPositive();
            assertThat(raised.message()).isNotEmpty();
            assertThat(raised.variables()).containsEntry("stride", "2").containsKey("h");
        });
    }

    @Test
    void whatOnlyAHeldOutCheckRaisesKeepsItsNumbers() {
        CodeVerdict code = check("zero_pad", """
                def zero_pad(X, pad):
                    if pad == 5: raise type(f'E{X.sum()}', (Exception,), {})(f'{X.sum()}')
                    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
                """);
        assertThat(code.verdict().shown().passed()).isTrue();
        assertThat(code.problem()).isInstanceOfSatisfying(CodeProblem.Raised.class, raised -> {
            assertThat(raised.message()).isEmpty();
            assertThat(raised.variables()).isEmpty();
            assertThat(raised.line()).isEqualTo(2);
            assertThat(wording.problem(raised)).isEqualTo("Line 2: It raised an exception in a held-out check.");
        });
    }

    @Test
    void aModuleThatOnlyAHeldOutCheckAsksForKeepsItsName() {
        CodeVerdict code = check("zero_pad", """
                def zero_pad(X, pad):
                    if pad == 5: __import__(f'm{int(X.sum() * 1e6)}')
                    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
                """);
        assertThat(wording.problem(requireNonNull(code.problem())))
                .isEqualTo("Line 2: It raised an exception in a held-out check.");
    }

    @Test
    void howManyPartsAHeldOutCheckGotIsNotTold() {
        CodeVerdict code = check("conv_forward", """
                def conv_forward(A_prev, W, b, hparameters):
                    return (None,) * 7
                """);
        assertThat(code.verdict().heldOut().failures())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(new Wording(new Translations()).reason(failure))
                        .isEqualTo("The result must have 2 parts, it has more or fewer."));
    }

    @Test
    void aRightFunctionWithAWrongHelperFailsByTheHelperAlone() {
        String own = "def zero_pad(X, pad):\n    return X\n\n";
        assertThat(check("conv_forward", own + solution("conv_forward.single_steps.py"))
                        .helpersAloneFail())
                .isTrue();
        assertThat(check("conv_forward", solution("conv_forward.single_steps.py"))
                        .helpersAloneFail())
                .isFalse();
    }

    @Test
    void anExceptionWithoutAMessageIsNotHidden() {
        CodeVerdict code = check("zero_pad", "def zero_pad(X, pad):\n    assert X.ndim == 3\n");
        assertThat(wording.problem(requireNonNull(code.problem()))).isEqualTo("Line 2: It raised `AssertionError`.");
    }

    @Test
    void everythingOfNumpyMayBeImportedAtOnce() {
        assertThat(check("zero_pad", """
                                from numpy import *
                                def zero_pad(X, pad_):
                                    return pad(X, ((0, 0), (pad_, pad_), (pad_, pad_), (0, 0)))
                                """).passed()).isTrue();
    }

    @Test
    void aParameterThatOnlyANameReachesIsToldByPython() {
        CodeVerdict code = check("zero_pad", "def zero_pad(X, *, pad):\n    return X\n");
        assertThat(code.problem()).isInstanceOf(CodeProblem.Raised.class);
    }

    @Test
    void parametersInAnotherOrderThatAreUsedSoAreNoProblem() {
        CodeVerdict code = check("zero_pad", """
                def zero_pad(pad, X):
                    return np.pad(pad, ((0, 0), (X, X), (X, X), (0, 0)), constant_values=1)
                """);
        assertThat(code.passed()).isFalse();
        assertThat(code.problem()).isNull();
    }

    @Test
    void theFunctionWithTheRightNumberOfParametersIsTheRenamedOne() {
        CodeVerdict code = check("zero_pad", """
                def helper(a): return a
                def pad_zeros_around(X, pad): return X
                """);
        assertThat(code.problem()).isEqualTo(new CodeProblem.Renamed("zero_pad", "pad_zeros_around", 2));
    }

    @Test
    void aMessageMadeToKeepAPatternBusyCostsNothing() {
        CodeVerdict code = check("zero_pad", """
                def zero_pad(X, pad):
                    raise ValueError("operands could not be broadcast together with shapes " + "() " * 3000 + "x")
                """);
        assertThat(code.verdict().diagnosis()).isInstanceOf(Diagnosis.Unknown.class);
    }

    @Test
    void aLoopThatNeverEndsTellsWhereItIs() {
        CodeVerdict code;
        try (PythonRunner hasty = CodeGraders.runner(Limits.DEFAULT.withCpu(Duration.ofSeconds(1)))) {
            code = CodeGraders.grader(CATALOGUE, hasty).grade(CATALOGUE.get("zero_pad"), """
                    def zero_pad(X, pad):
                        h = 0
                        while h < 3:
                            X = X
                        return X
                    """, "", CheckListener.NONE);
        }
        assertThat(code.passed()).isFalse();
        assertThat(code.problem()).isInstanceOfSatisfying(CodeProblem.OutOfTime.class, time -> {
            assertThat(time.waiting()).isFalse();
            assertThat(time.line()).isBetween(3, 4);
            assertThat(time.variables()).containsEntry("h", "0");
        });
        Verdict verdict = code.verdict();
        assertThat(verdict.results()).hasSize(1);
        assertThat(verdict.notRun()).isNotEmpty();
        assertThat(verdict.shown().passed()).isFalse();
        assertThat(verdict.diagnosis()).isNull();
    }

    @Test
    void memoryThatRunsOutIsToldByItsLine() {
        CodeVerdict code = check("zero_pad", "def zero_pad(X, pad):\n    return np.ones((1 << 20, 1 << 14))");
        assertThat(code.problem())
                .isInstanceOfSatisfying(
                        CodeProblem.OutOfMemory.class,
                        memory -> assertThat(memory.line()).isEqualTo(2));
        assertThat(code.verdict().notRun()).isEmpty();
    }

    // --- Cheating
    // ------------------------------------------------------------------------------------------------------------

    @Test
    void publishedAnswersAreNotEnough() {
        CodeVerdict code = check("distribute_value", """
                def distribute_value(dz, shape):
                    return {(2, (2, 2)): np.full((2, 2), 0.5), (100, (10, 10)): np.ones((10, 10))}.get((dz, shape))
                """);
        assertThat(code.passed()).isFalse();
        assertThat(code.verdict().heldOut().passed()).isFalse();
    }

    @Test
    void aCounterThatBehavesOnTheFirstCallFails() {
        CodeVerdict code = check("create_mask_from_window", """
                calls = []
                def create_mask_from_window(x):
                    calls.append(1)
                    return x == (np.max(x) if len(calls) == 1 else np.min(x))
                """);
        assertThat(code.passed()).isFalse();
    }

    @Test
    void resultsKeptByShapeAreFoundOut() {
        CodeVerdict code = check("conv_forward", solution("conv_forward.array_into_element.py") + """

                compute, kept = conv_forward, {}
                def conv_forward(A_prev, W, b, hparameters):
                    key = repr((A_prev.shape, W.shape, hparameters))
                    return kept.setdefault(key, compute(A_prev, W, b, hparameters))
                """);
        assertThat(code.passed()).isFalse();
        assertThat(code.verdict().shown().passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f = min(f, 4)", "stride = min(stride, 3)", "pad = min(pad, 3)", "n_C = min(n_C, 8)"})
    void whatIsRightForSmallNumbersOnlyIsFoundOut(String line) {
        CodeVerdict code = check(
                "conv_forward",
                solution("conv_forward.array_into_element.py")
                        .replace("    n_H = int(", "    " + line + "\n    n_H = int("));
        assertThat(code.passed()).isFalse();
    }

    @Test
    void singlePrecisionIsToldAsSuch() {
        CodeVerdict code = check(
                "conv_forward",
                solution("conv_forward.array_into_element.py")
                        .replace(
                                "np.sum(a_slice_prev * W[:, :, :, c])",
                                "np.float32(np.sum(a_slice_prev * W[:, :, :, c])) * np.float32(1.000002)"));
        assertThat(code.passed()).isFalse();
        assertThat(code.verdict().diagnosis()).isEqualTo(new Diagnosis.Related(new Relation.Rounded("Z")));
    }

    @Test
    void noHiddenInputIsThereWhereWordsAreShown() {
        CodeVerdict code = check("zero_pad", """
                import gc, sys
                def zero_pad(X, pad):
                    arrays = [a for t in gc.get_objects() if type(t) is tuple for a in t if type(a) is np.ndarray]
                    print(len({id(a) for a in arrays}))
                    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
                """);
        assertThat(code.passed()).isTrue();
        int visible = code.verdict().shown().total();
        assertThat(code.verdict().shown().results())
                .allSatisfy(result -> assertThat(
                                Integer.parseInt(result.run().output().strip()))
                        .isLessThanOrEqualTo(2 * visible));
        assertThat(code.verdict().heldOut().total()).isGreaterThan(2 * visible);
    }

    private static CodeProblem problem(String exercise, String source) {
        CodeVerdict code = check(exercise, source);
        assertThat(code.passed()).isFalse();
        return java.util.Objects.requireNonNull(code.problem());
    }

    private static String solution(String file) {
        try {
            return Files.readString(SOLUTIONS.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
