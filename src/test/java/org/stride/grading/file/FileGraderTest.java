package org.stride.grading.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stride.CodeGraders;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.grading.CheckCancelledException;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.file.Outline.Origin;
import org.stride.notebook.CodeCell;
import org.stride.notebook.SourceFile;
import org.stride.python.PythonRunner;

/** Whole files on real Python. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileGraderTest {
    private static final String ZERO_PAD =
            "def zero_pad(X, pad):\n    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))";
    private static final String EDGE_PAD = ZERO_PAD.replace("(0, 0)))", "(0, 0)), 'edge')");
    private static final String SINGLE_STEP =
            "def conv_single_step(a_slice_prev, W, b):\n    return np.sum(a_slice_prev * W) + b.item()";
    private static final String STEP_NAME = "conv_single_step";
    private static final String MASK_NAME = "create_mask_from_window";
    private static final String MASK = "def create_mask_from_window(x):\n    return x == np.max(x)";

    private final Catalogue catalogue = Catalogue.load();
    private PythonRunner runner;
    private FileGrader grader;

    @BeforeAll
    void start() {
        runner = CodeGraders.runner();
        grader = new FileGrader(CodeGraders.grader(catalogue, runner), catalogue, runner);
    }

    @AfterAll
    void end() {
        if (runner != null) {
            runner.close();
        }
    }

    private FileVerdict grade(String... cells) throws UnreadableCodeException {
        return grade(FileListener.NONE, cells);
    }

    private FileVerdict grade(FileListener listener, String... cells) throws UnreadableCodeException {
        List<CodeCell> numbered = IntStream.range(0, cells.length)
                .mapToObj(place -> new CodeCell(place + 1, cells[place]))
                .toList();
        SourceFile file = new SourceFile(SourceFile.Kind.NOTEBOOK, numbered);
        return grader.grade(file, catalogue.exercises(), "", listener);
    }

    private static FunctionVerdict verdict(FileVerdict file, String name) {
        return file.functions().stream()
                .filter(function -> function.exercise().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A convolution that calls the file's own padding. */
    private static String conv() {
        Exercise exercise = Catalogue.load().get("conv_forward");
        return exercise.strategies().stream()
                .map(strategy -> strategy.listing().code())
                .filter(code -> code.contains("zero_pad("))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachFunctionIsJudgedAndWhatIsMissingIsNotAttempted() throws UnreadableCodeException {
        FileVerdict file = grade("import numpy as np", ZERO_PAD, MASK.replace("max", "min"));
        assertThat(file.functions()).hasSize(8);
        assertThat(verdict(file, "zero_pad").passed()).isTrue();
        assertThat(verdict(file, "create_mask_from_window").passed()).isFalse();
        assertThat(verdict(file, "create_mask_from_window").attempted()).isTrue();
        assertThat(verdict(file, "conv_forward").attempted()).isFalse();
    }

    @Test
    void aRightFunctionWithAWrongHelperPassesAndTheHelperIsToBlame() throws UnreadableCodeException {
        FunctionVerdict conv = verdict(grade(EDGE_PAD, SINGLE_STEP, conv()), "conv_forward");
        assertThat(conv.passed()).isTrue();
        assertThat(Objects.requireNonNull(conv.asItStands()).passed()).isFalse();
        assertThat(Objects.requireNonNull(conv.withOurs()).passed()).isTrue();
        assertThat(conv.asItStands().helpersAloneFail()).isTrue();
    }

    @Test
    void aFunctionWhoseHelpersAreOfAnotherFormPassesWithThem() throws UnreadableCodeException {
        String pad = ZERO_PAD.replace("zero_pad(X, pad)", "zero_pad(pad, X)");
        String conv = conv().replace("zero_pad(A_prev, pad)", "zero_pad(pad, A_prev)");
        assertThat(conv).contains("zero_pad(pad, A_prev)");
        FileVerdict file = grade(pad, conv);
        assertThat(verdict(file, "zero_pad").passed()).isFalse();
        assertThat(verdict(file, "conv_forward").passed()).isTrue();
    }

    @Test
    void whatOneFunctionBreaksTheNextDoesNotPayFor() throws UnreadableCodeException {
        String vandal = "def zero_pad(X, pad):\n    np.max = np.min\n    np.sum = None\n    return np.pad(X, ((0, 0), "
                + "(pad, pad), (pad, pad), (0, 0)))";
        FileVerdict file = grade(vandal, SINGLE_STEP, MASK);
        assertThat(file.functions().stream().filter(FunctionVerdict::attempted))
                .hasSize(3)
                .allMatch(FunctionVerdict::passed);
    }

    @Test
    void whatOneFunctionMendsTheNextDoesNotGetForNothing() throws UnreadableCodeException {
        String helpful = ZERO_PAD.replace("    return", "    np.min = np.max\n    return");
        FileVerdict file = grade(helpful, MASK.replace("np.max", "np.min"));
        assertThat(verdict(file, "zero_pad").passed()).isTrue();
        assertThat(verdict(file, "create_mask_from_window").passed()).isFalse();
    }

    @Test
    void aFunctionFindsNoRightVersionOfItselfAnywhere() throws UnreadableCodeException {
        String thief = """
                import gc, sys, types
                def zero_pad(X, pad):
                    own = zero_pad.__code__
                    modules = [m for m in gc.get_objects() if isinstance(m, types.ModuleType)] + list(sys.modules.values())
                    for module in modules:
                        other = vars(module).get("zero_pad")
                        if other is not None and other.__code__ is not own:
                            return other(X, pad)
                    for other in gc.get_objects():
                        if isinstance(other, types.FunctionType) and other.__name__ == "zero_pad" and other.__code__ is not own:
                            return other(X, pad)
                """;
        FileVerdict file = grade(thief, SINGLE_STEP, MASK, conv().replace("zero_pad(", "np_pad("), """
                def np_pad(X, pad):
                    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
                """);
        assertThat(verdict(file, "zero_pad").passed()).isFalse();
        assertThat(verdict(file, "conv_forward").passed()).isTrue();
    }

    @Test
    void aFunctionWhoseHelperIsUnsolvedIsJudgedWithTheRightOne() throws UnreadableCodeException {
        FileVerdict file = grade("def zero_pad(X, pad):\n    X_pad = None\n    return X_pad", SINGLE_STEP, conv());
        assertThat(verdict(file, "zero_pad").attempted()).isFalse();
        assertThat(verdict(file, "conv_forward").passed()).isTrue();
        assertThat(verdict(file, "conv_forward").telling())
                .isSameAs(verdict(file, "conv_forward").asItStands());
    }

    @Test
    void theSharedRunGivesWhatEachFunctionGivesAlone() throws UnreadableCodeException {
        String deprecated = SINGLE_STEP.replace("b.item()", "float(b)");
        FunctionVerdict together = verdict(grade(ZERO_PAD, deprecated, MASK), STEP_NAME);
        FunctionVerdict alone = verdict(grade("#\n#", deprecated), STEP_NAME);
        var one = Objects.requireNonNull(together.asItStands());
        var other = Objects.requireNonNull(alone.asItStands());
        assertThat(one.passed()).isTrue();
        assertThat(one.warnings()).isEqualTo(other.warnings()).hasSize(1);
        assertThat(one.verdict().results()).hasSameSizeAs(other.verdict().results());
        assertThat(one.verdict().notes()).isEqualTo(other.verdict().notes());
    }

    @Test
    void anEndlessFunctionDoesNotKeepTheOthersFromBeingJudged() throws UnreadableCodeException {
        FileVerdict file = grade(ZERO_PAD.replace("    return", "    while True: pass\n    return"), MASK);
        assertThat(Objects.requireNonNull(verdict(file, "zero_pad").asItStands())
                        .problem())
                .isInstanceOf(CodeProblem.OutOfTime.class);
        assertThat(verdict(file, "create_mask_from_window").passed()).isTrue();
    }

    @Test
    void aMistakeHasItsPlaceInTheNotebook() throws UnreadableCodeException {
        FunctionVerdict mask =
                verdict(grade("import numpy as np\n\n", "# 1\n\n" + MASK.replace("np", "nb")), MASK_NAME);
        int line = Objects.requireNonNull(
                        Objects.requireNonNull(mask.asItStands()).problem())
                .line();
        assertThat(Objects.requireNonNull(mask.function()).program().origin(line))
                .isEqualTo(new Origin(1, 4));
        assertThat(mask.function().origin()).isEqualTo(new Origin(1, 3));
    }

    @Test
    void nothingOutsideOfTheFunctionsIsRun() throws UnreadableCodeException {
        FileVerdict file = grade("while True:\n    pass", "raise SystemExit", MASK, "import sys\nsys.exit(0)");
        assertThat(verdict(file, MASK_NAME).passed()).isTrue();
    }

    @Test
    void whoeverFollowsIsToldOfEachFunctionAndMayEndIt() throws UnreadableCodeException {
        List<String> told = new ArrayList<>();
        grade(
                new FileListener() {
                    @Override
                    public void judging(Exercise exercise, int done, int total) {
                        told.add(exercise.name() + " " + done + "/" + total);
                    }
                },
                MASK);
        assertThat(told).hasSize(8).startsWith("zero_pad 0/8").endsWith("pool_backward 7/8");
        FileListener impatient = new FileListener() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> grade(impatient, MASK.replace("    return", "    while True: pass\n    return")))
                .isInstanceOf(CheckCancelledException.class);
    }

    @Test
    void codeThatCannotBeTakenApartIsTold() {
        String huge = "x = [" + "1, ".repeat(600_000) + "]\n";
        String[] cells = new String[20];
        Arrays.fill(cells, huge);
        assertThatThrownBy(() -> grade(cells)).isInstanceOf(UnreadableCodeException.class);
    }

    @Test
    void aFileWithoutCodeHasNoFunctions() throws UnreadableCodeException {
        assertThat(grade().functions()).noneMatch(FunctionVerdict::attempted);
    }
}
