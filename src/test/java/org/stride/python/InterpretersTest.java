package org.stride.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are taken for interpreters, and in which order. */
class InterpretersTest {
    @TempDir
    private Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void makeFolders() throws IOException {
        first = Files.createDirectory(folder.resolve("first"));
        second = Files.createDirectory(folder.resolve("second"));
    }

    @Test
    void python3ComesBeforePythonWhereverItIs() throws IOException {
        Path python = program(first.resolve("python"));
        Path python3 = program(second.resolve("python3"));
        Files.createFile(first.resolve("python3"));
        assertThat(new Interpreters(null, path()).candidates()).containsExactly(python3, python);
    }

    @Test
    void whatWasNamedIsTheOnlyOne() throws IOException {
        program(first.resolve("python3"));
        Path other = program(second.resolve("python3.12"));
        assertThat(new Interpreters(other, path()).candidates()).containsExactly(other);
        assertThat(new Interpreters(Path.of("python3.12"), path()).candidates()).containsExactly(other);
        assertThat(new Interpreters(second.resolve("none"), path()).candidates())
                .isEmpty();
    }

    @Test
    void oneProgramUnderTwoNamesIsTriedOnceButAVirtualEnvironmentIsAnother() throws IOException {
        Path real = program(first.resolve("python3"));
        Files.createSymbolicLink(first.resolve("python"), real);
        Path environment = Files.createSymbolicLink(second.resolve("python3"), real);
        Path again = Files.createSymbolicLink(folder.resolve("again"), first);
        assertThat(new Interpreters(null, path() + File.pathSeparator + again).candidates())
                .containsExactly(real, environment);
    }

    @Test
    void anEmptyPathHasNone() {
        assertThat(new Interpreters(null, null).candidates()).isEmpty();
        assertThat(new Interpreters(null, "" + File.pathSeparatorChar).candidates())
                .isEmpty();
    }

    private String path() {
        return first + File.pathSeparator + second;
    }

    private static Path program(Path place) throws IOException {
        return Files.setPosixFilePermissions(Files.createFile(place), PosixFilePermissions.fromString("rwx------"));
    }
}
