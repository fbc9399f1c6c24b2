package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private List<String> found(Path... named) {
        return Inputs.files(List.of(named)).stream()
                .map(path -> folder.relativize(path).toString())
                .toList();
    }

    @Test
    void aFolderMeansItsNotebooksAndScriptsAlsoRenamedOnes() throws IOException {
        for (String name : List.of(
                "b.py", "a.ipynb", "deep/er/c.IPYNB", "d.ipynb.txt", "e.ipynb (1)", "notes.txt", "data.csv", "x.pyc")) {
            file(name);
        }
        assertThat(found(folder)).containsExactly("a.ipynb", "b.py", "d.ipynb.txt", "deep/er/c.IPYNB", "e.ipynb (1)");
    }

    @Test
    void whatIsHiddenOrMadeByProgramsIsLeftOut() throws IOException {
        for (String name : List.of(
                ".ipynb_checkpoints/a-checkpoint.ipynb",
                "__pycache__/b.py",
                ".venv/lib/c.py",
                "__MACOSX/._d.py",
                "._d.py",
                "d.py")) {
            file(name);
        }
        assertThat(found(folder)).containsExactly("d.py");
    }

    @Test
    void linksInFoldersAreNotFollowed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.py"), "");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link.py"), outside.resolve("secret.py"));
        Files.createSymbolicLink(inside.resolve("round"), inside);
        assertThat(found(inside)).isEmpty();
    }

    @Test
    void aFileThatIsNamedIsTakenWhateverItsNameAndOnce() throws IOException {
        Path file = file("homework.txt");
        assertThat(found(file, file, folder.resolve("./homework.txt"))).containsExactly("homework.txt");
    }

    @Test
    void reportsOfTheLastTimeAreNoSubmissions() throws IOException {
        file("a.ipynb");
        Path reports = file("reports/a.ipynb.txt").getParent();
        assertThat(Inputs.files(List.of(folder), reports)).hasSize(1);
        assertThat(Inputs.files(List.of(folder))).hasSize(2);
    }

    @Test
    void aNameWithALineBreakIsAName() throws IOException {
        file("two\nlines.py");
        assertThat(found(folder)).hasSize(1);
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> found(folder.resolve("missing.py")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("missing.py");
    }
}
