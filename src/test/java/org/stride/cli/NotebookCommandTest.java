package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stride.notebook.NotebookReader;
import picocli.CommandLine;

class NotebookCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        return new CommandLine(new NotebookCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private void assertRefused(int code, String sentence) throws IOException {
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("stride: " + sentence);
        assertThat(out.toString()).isEmpty();
    }

    private static String source(Path file, String id) throws Exception {
        return NotebookReader.read(Files.readAllBytes(file)).cells().stream()
                .filter(cell -> id.equals(cell.id()))
                .findFirst()
                .orElseThrow()
                .source();
    }

    @Test
    void thePlainNotebookIsWrittenEmpty() throws Exception {
        Path file = folder.resolve("exercises.ipynb");

        assertThat(run(file)).isZero();
        assertThat(out.toString().strip()).isEqualTo(file + " is written.");
        assertThat(err.toString()).isEmpty();
        assertThat(source(file, "zero_pad")).contains("X_pad = None");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void itIsWrittenFilledIfAskedFor() throws Exception {
        Path file = folder.resolve("solved.ipynb");

        assertThat(run("--filled", file)).isZero();
        assertThat(source(file, "zero_pad")).contains("np.pad(X, widths)").doesNotContain("None");
    }

    @Test
    void theInstructorsVersionHasSolutionsAndHiddenChecks() throws Exception {
        Path file = folder.resolve("source.ipynb");

        assertThat(run("--nbgrader", file)).isZero();
        assertThat(source(file, "zero_pad")).contains("### BEGIN SOLUTION");
        assertThat(source(file, "zero_pad-check")).contains("### BEGIN HIDDEN TESTS");
    }

    @Test
    void aFileThatIsThereStaysUnlessForced() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.ipynb"), "mine");

        assertRefused(run(file), file + " is there already. Choose another name, or write over it with --force.");
        assertThat(file).hasContent("mine");
        assertThat(run("--force", file)).isZero();
        assertThat(source(file, "imports")).isEqualTo("import numpy as np");
    }

    @Test
    void aMissingFolderIsNamed() throws Exception {
        Path file = folder.resolve("none").resolve("a.ipynb");

        assertRefused(
                run(file), "There is no folder " + folder.resolve("none") + ". Make it first, or choose another.");
    }

    @Test
    void aFolderIsNoFile() throws Exception {
        assertRefused(
                run("--force", folder),
                folder + " is a folder. Name a file in it, such as " + folder.resolve("exercises.ipynb") + ".");
    }

    @Test
    void aNameThatJupyterDoesNotOpenIsRefused() throws Exception {
        Path file = folder.resolve("a.json");

        assertRefused(run(file), "Jupyter opens files that end in .ipynb: call it " + file + ".ipynb, for one.");
    }

    @Test
    void solutionsAreNotAskedForTwice() throws Exception {
        assertRefused(
                run("--nbgrader", "--filled", folder.resolve("a.ipynb")),
                "--filled is for the plain notebook: nbgrader’s has its solutions already. Leave out one of the two.");
    }

    @Test
    void wrongOptionsEndWithTheSameCode() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'OUT'");
        assertThat(run("--nbgarder", folder.resolve("a.ipynb"))).isEqualTo(2);
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws Exception {
        // A folder in the place of the half-written file: no right of an administrator's helps there.
        Path file = folder.resolve("a.ipynb");
        Files.createDirectories(folder.resolve(".a.ipynb.half").resolve("in the way"));

        assertThat(run(file)).isEqualTo(2);
        assertThat(err.toString()).startsWith("stride: " + file + " cannot be written: ");
        assertThat(file).doesNotExist();
    }
}
