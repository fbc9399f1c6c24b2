package org.stride.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.exercise.Exercise;

/**
 * The notebooks in real Jupyter: the system property {@code stride.jupyter}, else {@code jupyter} on the path; without one, the tests
 * are skipped. All of them are run by one command.
 */
class JupyterTest {
    private static final String PASSES = ": the published checks pass\n";

    @TempDir
    private static Path folder;

    private static @Nullable Path jupyter;

    /** By their names. */
    private static final SequencedMap<String, Notebook> WRITTEN = new TreeMap<>();

    @BeforeAll
    static void runAllNotebooks() throws Exception {
        jupyter = findJupyter();
        Assumptions.assumeTrue(
                jupyter != null, "skipped: no jupyter on the path; install jupyter-nbconvert and python3-ipykernel");
        WRITTEN.put("empty", Courses.COURSE.empty());
        for (int number = 0; number < Courses.mostStrategies(); number++) {
            WRITTEN.put("filled_" + number, Courses.COURSE.filled(Courses.strategies(number)));
        }
        WRITTEN.put("nbgrader", Courses.COURSE.nbgrader());
        WRITTEN.put("wrong", Courses.COURSE.filled(wrong()));
        WRITTEN.put("wrong_nbgrader", Courses.graded(onlyHiddenChecksNotice()));
        List<String> command = new ArrayList<>(List.of(
                jupyter.toString(),
                "nbconvert",
                "--to",
                "notebook",
                "--execute",
                "--allow-errors",
                "--output-dir",
                "run"));
        for (Map.Entry<String, Notebook> notebook : WRITTEN.entrySet()) {
            String file = notebook.getKey() + ".ipynb";
            Files.write(folder.resolve(file), NotebookWriter.write(notebook.getValue()));
            command.add(file);
        }
        assertThat(run(command)).as("what jupyter said").contains("Writing");
    }

    private static @Nullable Path findJupyter() {
        String told = System.getProperty("stride.jupyter");
        if (told != null) {
            return Path.of(told);
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(place -> Path.of(place, "jupyter"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Runs a command in the folder, with settings of its own, and gives what it said. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        for (String name : List.of("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")) {
            builder.environment().put(name, folder.resolve("settings").toString());
        }
        Process process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES))
                    .as("%s ended", command.getFirst())
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private static Map<String, String> wrong() {
        Map<String, String> code = new HashMap<>();
        for (Exercise exercise : Courses.CATALOGUE.exercises()) {
            int parts = exercise.returns().size();
            code.put(
                    exercise.name(),
                    "def " + exercise.signature() + ":\n    return " + (parts == 1 ? "0.125" : "[0.125] * " + parts));
        }
        return code;
    }

    private static Map<String, String> onlyHiddenChecksNotice() {
        return Stream.of("distribute_value divided_by_n_h_squared", "pool_backward stride_left_out")
                .map(flaw -> flaw.split(" ", 2))
                .collect(Collectors.toMap(
                        flaw -> flaw[0],
                        flaw -> Courses.CATALOGUE.get(flaw[0]).flaws().stream()
                                .filter(f -> f.id().equals(flaw[1]))
                                .findFirst()
                                .orElseThrow()
                                .listing()
                                .code()));
    }

    /** The outputs of each cell of code, as they were after the run. */
    private static Map<String, List<Json.Fields>> outputs(String name) throws Exception {
        Notebook notebook =
                NotebookReader.read(Files.readAllBytes(folder.resolve("run").resolve(name + ".ipynb")));
        Map<String, List<Json.Fields>> outputs = new HashMap<>();
        for (Cell cell : notebook.cells()) {
            if (cell.rest().get("outputs") instanceof Json.Items items) {
                outputs.put(
                        cell.id(),
                        items.values().stream().map(Json.Fields.class::cast).toList());
            }
        }
        return outputs;
    }

    private static String text(Json.Fields output, String key) throws UnreadableFileException {
        return NotebookReader.joined(output.get(key), key);
    }

    /** Nothing raised, nothing on stderr, and each check says this. */
    private static void assertAllSay(String name, String sentence) throws Exception {
        Map<String, List<Json.Fields>> outputs = outputs(name);
        assertThat(outputs).hasSizeGreaterThan(2 * Courses.names().size());
        for (Map.Entry<String, List<Json.Fields>> cell : outputs.entrySet()) {
            for (Json.Fields output : cell.getValue()) {
                assertThat(text(output, "output_type")).as(cell.getKey()).isEqualTo("stream");
                assertThat(text(output, "name")).as(cell.getKey()).isEqualTo("stdout");
            }
        }
        for (String exercise : Courses.names()) {
            List<Json.Fields> said = Objects.requireNonNull(outputs.get(exercise + "-check"));
            assertThat(said).hasSize(1);
            assertThat(text(said.getFirst(), "text")).isEqualTo(exercise + sentence);
        }
    }

    @Test
    void theEmptyNotebookRunsToItsEnd() throws Exception {
        assertAllSay("empty", ": not filled in yet\n");
    }

    static Stream<String> filled() {
        return Stream.iterate(0, number -> number < Courses.mostStrategies(), number -> number + 1)
                .map(number -> "filled_" + number);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filled")
    void everyRightWayPasses(String name) throws Exception {
        assertAllSay(name, PASSES);
    }

    @Test
    void theInstructorsVersionPassesWithoutAWordOnStderr() throws Exception {
        assertAllSay("nbgrader", PASSES);
    }

    @Test
    void wrongFunctionsFailEachInItsOwnCellWithASentence() throws Exception {
        Map<String, List<Json.Fields>> outputs = outputs("wrong");
        for (String name : Courses.names()) {
            Json.Fields last =
                    Objects.requireNonNull(outputs.get(name + "-check")).getLast();
            assertThat(text(last, "output_type")).isEqualTo("error");
            assertThat(text(last, "ename")).isEqualTo("AssertionError");
            assertThat(text(last, "evalue")).startsWith(name + ": ").contains(" must ");
            assertThat(Objects.requireNonNull(outputs.get(name))).isEmpty();
        }
    }

    @Test
    void hiddenChecksFailWhatThePublishedOnesPassAndSayNothingOnStderr() throws Exception {
        Map<String, List<Json.Fields>> outputs = outputs("wrong_nbgrader");
        for (String name : List.of("distribute_value", "pool_backward")) {
            List<Json.Fields> check = Objects.requireNonNull(outputs.get(name + "-check"));
            assertThat(check).hasSize(2);
            assertThat(text(check.getFirst(), "text")).isEqualTo(name + PASSES);
            assertThat(text(check.getLast(), "evalue")).startsWith(name + ": wrong ");
        }
    }

    @Test
    void jupyterFindsNothingAmissInTheFilesAndWouldWriteThemTheSame() throws Exception {
        String interpreter;
        try (Stream<String> lines = Files.lines(Objects.requireNonNull(jupyter).toRealPath(), UTF_8)) {
            interpreter = lines.findFirst().orElse("");
        }
        Assumptions.assumeTrue(
                interpreter.startsWith("#!/"), "skipped: this jupyter does not say which Python it takes");
        Files.writeString(folder.resolve("validate.py"), """
                import sys
                import nbformat

                for name in sys.argv[1:]:
                    with open(name, encoding="utf-8", newline="") as file:
                        text = file.read()
                    notebook = nbformat.reads(text, as_version=nbformat.NO_CONVERT)
                    nbformat.validate(notebook)
                    assert nbformat.writes(notebook, version=nbformat.NO_CONVERT) + "\\n" == text, name
                    print(name, "is valid")
                """);
        List<String> command =
                new ArrayList<>(List.of(interpreter.substring(2).strip().split(" ", -1)));
        command.add("validate.py");
        WRITTEN.keySet().forEach(name -> command.add(name + ".ipynb"));

        assertThat(run(command).lines()).hasSize(WRITTEN.size()).allMatch(line -> line.endsWith("is valid"));
    }

    @Test
    void whatJupyterWroteAfterARunIsWrittenTheSame() throws Exception {
        byte[] run = Files.readAllBytes(folder.resolve("run").resolve("wrong.ipynb"));

        assertThat(new String(NotebookWriter.write(NotebookReader.read(run)), UTF_8))
                .isEqualTo(new String(run, UTF_8));
    }
}
