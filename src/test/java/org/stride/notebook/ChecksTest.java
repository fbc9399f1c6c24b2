package org.stride.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;

/** The notebooks' checks on real Python, without Jupyter: right code passes, wrong code does not. */
class ChecksTest {
    private static final Path SOLUTIONS = Path.of("src/test/resources/solutions");
    private static final String PASSES = ": the published checks pass\n";

    private static PythonCells python;

    @BeforeAll
    static void startPython() {
        python = PythonCells.start();
    }

    @AfterAll
    static void endPython() {
        if (python != null) {
            python.close();
        }
    }

    static Stream<Integer> eachStrategy() {
        return IntStream.range(0, Courses.mostStrategies()).boxed();
    }

    static Stream<Exercise> exercises() {
        return Courses.CATALOGUE.exercises().stream();
    }

    static Stream<Flaw> advisoryFlaws() {
        return exercises().flatMap(e -> e.flaws().stream()).filter(Flaw::advisory);
    }

    static Stream<Path> solutions() throws IOException {
        try (Stream<Path> files = Files.list(SOLUTIONS)) {
            return files.sorted().toList().stream();
        }
    }

    private static void assertAllPass(SequencedMap<String, PythonCells.Outcome> outcomes) {
        outcomes.forEach((id, outcome) -> assertThat(outcome.error()).as(id).isEmpty());
        for (String name : Courses.names()) {
            assertThat(outcomes.get(name + "-check"))
                    .as(name)
                    .isEqualTo(new PythonCells.Outcome(name + PASSES, "", ""));
        }
    }

    @Test
    void theEmptyNotebookRunsToItsEnd() {
        SequencedMap<String, PythonCells.Outcome> outcomes = python.run(Courses.COURSE.empty());

        outcomes.forEach((id, outcome) -> assertThat(outcome.error()).as(id).isEmpty());
        for (String name : Courses.names()) {
            assertThat(outcomes.get(name + "-check"))
                    .isEqualTo(new PythonCells.Outcome(name + ": not filled in yet\n", "", ""));
        }
    }

    @ParameterizedTest(name = "strategies {0}")
    @MethodSource("eachStrategy")
    void everyRightWayPassesThePublishedChecks(int number) {
        assertAllPass(python.run(Courses.COURSE.filled(Courses.strategies(number))));
    }

    @ParameterizedTest(name = "strategies {0}")
    @MethodSource("eachStrategy")
    void everyRightWayPassesTheHiddenChecks(int number) {
        assertAllPass(python.run(Courses.graded(Courses.strategies(number))));
    }

    @Test
    void theInstructorsVersionPassesItsOwnChecks() {
        assertAllPass(python.run(Courses.COURSE.nbgrader()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("solutions")
    void solutionsInTheNotebooksStylePassWithoutAWordOnStderr(Path solution) throws IOException {
        String name = solution.getFileName().toString().split("\\.", 2)[0];

        Map<String, String> code = new HashMap<>();
        Courses.CATALOGUE.get(name).worksheet().helpers().forEach(helper -> code.put(helper.name(), helper.code()));
        code.put(name, Files.readString(solution));

        // Some of them have NumPy warn of an array where a number belongs.
        assertAllPass(python.run(Courses.graded(code)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("advisoryFlaws")
    void whatTheTextLeavesOpenPasses(Flaw flaw) {
        assertAllPass(
                python.run(Courses.graded(Map.of(flaw.exercise(), flaw.listing().code()))));
    }

    @Test
    void theHiddenChecksCatchEveryFlaw() throws IOException {
        List<String> table = new ArrayList<>(List.of("exercise flaws published with_hidden"));
        List<String> missed = new ArrayList<>();
        int flaws = 0;
        int caughtByPublished = 0;
        for (Exercise exercise : Courses.CATALOGUE.exercises()) {
            List<Flaw> wrong =
                    exercise.flaws().stream().filter(flaw -> !flaw.advisory()).toList();
            long published = wrong.stream().filter(this::failsPublished).count();
            List<Flaw> passing =
                    wrong.stream().filter(flaw -> !failsHidden(flaw)).toList();
            passing.forEach(flaw -> missed.add(flaw.exercise() + " " + flaw.id()));
            flaws += wrong.size();
            caughtByPublished += (int) published;
            table.add(String.join(
                    " ", exercise.name(), "" + wrong.size(), "" + published, "" + (wrong.size() - passing.size())));
        }
        table.add("all " + flaws + " " + caughtByPublished + " " + (flaws - missed.size()));
        Files.write(Path.of("target/notebook_checks.txt"), table);

        assertThat(missed).isEmpty();
        assertThat(caughtByPublished)
                .as("the hidden checks have something to add")
                .isLessThan(flaws);
    }

    private boolean failsPublished(Flaw flaw) {
        Map<String, String> code = Courses.with(flaw.exercise(), flaw.listing().code());
        return fails(flaw.exercise(), Courses.COURSE.filled(code));
    }

    private boolean failsHidden(Flaw flaw) {
        return fails(
                flaw.exercise(),
                Courses.graded(Map.of(flaw.exercise(), flaw.listing().code())));
    }

    private static boolean fails(String exercise, Notebook notebook) {
        return python.run(Courses.checkedOnly(exercise, notebook))
                .get(exercise + "-check")
                .raised();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exercises")
    void wrongCodeFailsItsOwnCheckWithASentenceAndNoneBeforeIt(Exercise exercise) {
        String zeros = exercise.returns().size() == 1
                ? "0.125"
                : "[0.125] * " + exercise.returns().size();
        String code = "def " + exercise.signature() + ":\n    return " + zeros;
        SequencedMap<String, PythonCells.Outcome> outcomes =
                python.run(Courses.COURSE.filled(Courses.with(exercise.name(), code)));

        assertThat(outcomes.get(exercise.name() + "-check").error())
                .matches("AssertionError: " + exercise.name() + ": [^\n]+ must [^\n]+");
        Courses.names().stream()
                .limit(exercise.number() - 1L)
                .forEach(name -> assertThat(outcomes.get(name + "-check").raised())
                        .as(name)
                        .isFalse());
    }

    @Test
    void aWrongForwardPassIsNotHeldAgainstTheBackwardPass() {
        Exercise forward = Courses.CATALOGUE.get("conv_forward");
        Map<String, String> code =
                Courses.with("conv_forward", forward.worksheet().starter());

        assertThat(python.run(Courses.COURSE.filled(code)).get("conv_backward-check"))
                .isEqualTo(new PythonCells.Outcome(
                        "conv_backward: the shapes are right; the published figures need a right conv_forward first\n",
                        "",
                        ""));
    }

    @Test
    void thePictureIsDrawnWhereThereIsMatplotlib() {
        String pretence = """
                import sys, types
                drawn = []
                axes = types.SimpleNamespace(set_title=drawn.append, imshow=lambda image, **how: drawn.append(image.shape))
                pyplot = types.ModuleType("matplotlib.pyplot")
                pyplot.subplots = lambda rows, columns: (None, [axes] * columns)
                pyplot.show = lambda: drawn.append("shown")
                sys.modules["matplotlib"] = types.ModuleType("matplotlib")
                sys.modules["matplotlib"].pyplot = pyplot
                sys.modules["matplotlib.pyplot"] = pyplot
                """;
        String without = "import sys\nsys.modules['matplotlib'] = None";
        String code = PlainSolutions.of(Courses.CATALOGUE).get("zero_pad");
        String picture = CourseFiles.read("zero_pad", "picture.py");

        List<PythonCells.Outcome> with =
                python.run(List.of("import numpy as np", code, pretence, picture, "print(drawn)", without, picture));

        assertThat(with.get(3).stdout()).isEqualTo("The first channel of the first image, before and after.\n");
        assertThat(with.get(4).stdout()).isEqualTo("['x', (3, 3), 'x_pad', (9, 9), 'shown']\n");
        assertThat(with.get(6).stdout())
                .isEqualTo("There is no matplotlib here, and so no picture. Nothing else needs it.\n");
    }
}
