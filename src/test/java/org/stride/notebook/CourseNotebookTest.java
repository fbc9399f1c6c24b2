package org.stride.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.PythonListings;
import org.stride.exercise.Exercise;

/** What the notebooks of the exercise set hold. */
class CourseNotebookTest {
    private static final Pattern SOLUTION =
            Pattern.compile("^( *)### BEGIN SOLUTION\\n(?:.*\\n)*? *### END SOLUTION$", Pattern.MULTILINE);
    private static final Pattern HIDDEN =
            Pattern.compile("\\n### BEGIN HIDDEN TESTS\\n(?:.*\\n)*?### END HIDDEN TESTS$", Pattern.MULTILINE);

    static Stream<Notebook> all() {
        return Stream.of(Courses.COURSE.empty(), Courses.COURSE.solved(), Courses.COURSE.nbgrader());
    }

    private static Cell cell(Notebook notebook, String id) {
        return notebook.cells().stream()
                .filter(cell -> id.equals(cell.id()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theyAreOfFormat45AndTheSameEveryTime(Notebook notebook) throws UnreadableFileException {
        byte[] written = NotebookWriter.write(notebook);

        FormatRules.assertHeld(written);
        assertThat(NotebookWriter.write(NotebookReader.read(written))).isEqualTo(written);
        assertThat(new String(written, UTF_8)).doesNotContain("\\r\\n");
    }

    @Test
    void eachExerciseHasItsTextItsCellAndItsCheckInTheCoursesOrder() {
        List<String> expected = new ArrayList<>(List.of("introduction", "imports"));
        for (String name : Courses.names()) {
            expected.addAll(List.of(name + "-text", name, name + "-check"));
            if (name.equals("zero_pad")) {
                expected.add("zero_pad-picture");
            }
        }
        expected.add("further");

        assertThat(Courses.COURSE.empty().cells().stream().map(Cell::id)).containsExactlyElementsOf(expected);
    }

    @Test
    void aTextHasTitlePurposeFormulaAndSignature() {
        assertThat(cell(Courses.COURSE.empty(), "pool_forward-text").source())
                .startsWith("## 4. Pooling, forward\n\n*Keep each window’s maximum, or its mean.*\n\n")
                .contains("\n\n$$n_H = \\left\\lfloor", "\n\n`pool_forward(A_prev, hparameters, mode=\"max\")`\n\n")
                .contains("- `A_prev`: `(m, n_H_prev, n_W_prev, n_C_prev)`", "- `cache`: `(A_prev, hparameters)`");
    }

    @Test
    void theNotebookSaysWhereItsChecksAreBlind() {
        Notebook notebook = Courses.COURSE.empty();

        assertThat(cell(notebook, "introduction").source()).contains("**These checks are blind in places.**");
        assertThat(cell(notebook, "further").source()).contains("Stride’s held-out checks look exactly there");
        assertThat(cell(Courses.COURSE.nbgrader(), "introduction").source()).contains("Grading looks further");
    }

    @Test
    void codeThatIsGivenStandsInItsCellAndTheStarterInAllOthers() {
        Notebook notebook = Courses.COURSE.filled(Map.of("zero_pad", "def zero_pad(X, pad):\n    return X\n"));

        assertThat(cell(notebook, "zero_pad").source()).isEqualTo("def zero_pad(X, pad):\n    return X");
        assertThat(cell(notebook, "conv_forward").source())
                .isEqualTo(Courses.CATALOGUE
                        .get("conv_forward")
                        .worksheet()
                        .starter()
                        .strip());
    }

    @Test
    void theNotebookIsReadAsAnyOther() throws UnreadableFileException {
        Notebook notebook = Courses.COURSE.solved();
        List<String> code =
                notebook.cells().stream().filter(Cell::isCode).map(Cell::source).toList();

        assertThat(SourceFiles.read("a.ipynb", NotebookWriter.write(notebook)).cells().stream()
                        .map(CodeCell::source))
                .containsExactlyElementsOf(code);
    }

    // nbgrader

    private static Json.Fields marks(Cell cell) {
        return (Json.Fields) Objects.requireNonNull(cell.metadata().get("nbgrader"));
    }

    @Test
    void answersAreSolutionsAndTestsAreLockedAndGraded() {
        Notebook notebook = Courses.COURSE.nbgrader();
        for (String name : Courses.names()) {
            assertThat(marks(cell(notebook, name)))
                    .isEqualTo(Json.Fields.none()
                            .with("schema_version", 3)
                            .with("grade", false)
                            .with("solution", true)
                            .with("locked", false)
                            .with("task", false)
                            .with("grade_id", name)
                            .with("cell_type", "code")
                            .with(
                                    "checksum",
                                    Objects.requireNonNull(
                                            marks(cell(notebook, name)).get("checksum"))));
            assertThat(marks(cell(notebook, name + "-check")).values())
                    .containsEntry("grade", new Json.Truth(true))
                    .containsEntry("solution", new Json.Truth(false))
                    .containsEntry("locked", new Json.Truth(true))
                    .containsEntry("points", new Json.Numeral("1"));
        }
        assertThat(notebook.cells().stream().filter(cell -> !cell.isCode()).map(Cell::metadata))
                .containsOnly(Json.Fields.none());
    }

    /** Made by {@code nbgrader_rules.py}, called with {@code --sum} and what goes into a checksum. */
    @Test
    void checksumsAreThoseThatPythonMakes() {
        assertThat(marks(Nbgrader.readOnly(Cell.code("imports", "import numpy as np")))
                        .get("checksum"))
                .isEqualTo(new Json.Text("ec6514f3c4c5b39f6d6913e07e80a5b0"));
        assertThat(marks(Nbgrader.answer(Cell.code("a_1", "größe = '😀'\n"))).get("checksum"))
                .isEqualTo(new Json.Text("c83cde79b5c3c21f705135a8a0c201d7"));
        assertThat(marks(Nbgrader.test(Cell.code("a_1-check", ""))).get("checksum"))
                .isEqualTo(new Json.Text("cf485e801ebaf2e5dfda75f371f8145a"));
    }

    /** What a Python script of its own finds wrong, by the rules of nbgrader's schema. */
    private static List<String> problems(byte[] notebook, Path folder) throws IOException, InterruptedException {
        Path python = PythonListings.python();
        Assumptions.assumeTrue(Files.isExecutable(python), () -> "skipped: no Python at " + python);
        Path file = Files.write(folder.resolve("source.ipynb"), notebook);
        Process process = new ProcessBuilder(
                        python.toString(), "-B", "src/test/python/nbgrader_rules.py", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader(UTF_8).lines().toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    @Test
    void theMetadataKeepsNbgradersRules(@TempDir Path folder) throws Exception {
        assertThat(problems(NotebookWriter.write(Courses.COURSE.nbgrader()), folder))
                .isEmpty();
    }

    @Test
    void theRulesNoticeWhatBreaksThem(@TempDir Path folder) throws Exception {
        String written = new String(NotebookWriter.write(Courses.COURSE.nbgrader()), UTF_8);
        String broken = written.replaceFirst("### BEGIN SOLUTION", "### BEGIN  SOLUTION")
                .replaceFirst("\"points\": 1", "\"points\": -1")
                .replaceFirst("\"grade_id\": \"conv_forward\"", "\"grade_id\": \"zero_pad\"")
                .replaceFirst("\"task\": false", "\"tusk\": false");

        assertThat(problems(broken.getBytes(UTF_8), folder))
                .containsExactlyInAnyOrder(
                        "imports: unknown keys ['tusk']",
                        "zero_pad: checksum",
                        "zero_pad-check: points",
                        "zero_pad-check: checksum",
                        "zero_pad: grade_id stands twice",
                        "zero_pad: checksum");
    }

    /** As nbgrader cuts it for students. */
    private static Notebook forStudents() {
        Notebook source = Courses.COURSE.nbgrader();
        List<Cell> cells = source.cells().stream()
                .map(cell -> new Cell(
                        cell.type(),
                        cell.id(),
                        HIDDEN.matcher(SOLUTION.matcher(cell.source())
                                        .replaceAll("$1# YOUR CODE HERE\n$1raise NotImplementedError()"))
                                .replaceAll(""),
                        cell.metadata(),
                        cell.rest()))
                .toList();
        return new Notebook(source.minor(), source.metadata(), cells, source.rest());
    }

    @Test
    void studentsGetNeitherSolutionsNorHiddenChecks() {
        Notebook notebook = forStudents();

        for (Exercise exercise : Courses.CATALOGUE.exercises()) {
            assertThat(cell(notebook, exercise.name()).source())
                    .matches("(?s)def " + exercise.name() + "\\([^)]*\\):\n    \"\"\".*\"\"\"\n"
                            + "    # YOUR CODE HERE\n    raise NotImplementedError\\(\\)");
            assertThat(cell(notebook, exercise.name() + "-check").source())
                    .contains("def check_" + exercise.name() + "():")
                    .doesNotContain("look_further", "HIDDEN");
        }
    }

    @Test
    void whoFillsInNothingGetsNoPoints() {
        try (PythonCells python = PythonCells.start()) {
            var outcomes = python.run(forStudents());
            for (String name : Courses.names()) {
                assertThat(outcomes.get(name + "-check").error()).isEqualTo("NotImplementedError: ");
            }
            // Nor does who hands in the starter of the plain notebook.
            for (Exercise exercise : Courses.CATALOGUE.exercises()) {
                String name = exercise.name();
                Map<String, String> code = Map.of(name, exercise.worksheet().starter());
                assertThat(python.run(Courses.checkedOnly(name, Courses.graded(code)))
                                .get(name + "-check")
                                .error())
                        .isEqualTo("AssertionError: " + name + ": not filled in yet");
            }
        }
    }
}
