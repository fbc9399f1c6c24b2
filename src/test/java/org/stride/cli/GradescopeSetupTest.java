package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.ShellScripts;
import org.stride.ShellScripts.Ended;

/** The kit's setup.sh on a made-up machine: every command that it finds is one of this test's, and only notes what it was told. */
class GradescopeSetupTest {
    private static final Path SETUP = Path.of("src/main/resources/org/stride/cli/gradescope/setup.sh");
    private static final String BASE = "apt-get install -y --no-install-recommends ";

    @TempDir
    private Path folder;

    @BeforeEach
    void aMachine() throws IOException {
        Files.createDirectories(folder.resolve("source"));
        // Installing NumPy makes the system's Python fit
        command(
                "apt-get",
                "case \"$*\" in",
                "    *openjdk-21*) [ ! -e \"$TOP/no-java-21\" ] || exit 100 ;;",
                "    *openjdk-25*) [ ! -e \"$TOP/no-java-25\" ] || exit 100 ;;",
                "    *python3-numpy) : >\"$TOP/fits\" ;;",
                "esac");
        // With -I it is asked whether it fits; with venv it makes a Python that fits once pip has been run
        command(
                "python3",
                "case \"$*\" in",
                "    -I*) [ -e \"$TOP/fits\" ] || exit 1 ;;",
                "    '-m venv'*)",
                "        /bin/mkdir -p \"$TOP/source/python/bin\"",
                "        /bin/cp \"$TOP/own-python\" \"$TOP/source/python/bin/python\"",
                "        ;;",
                "esac");
        ShellScripts.write(
                folder.resolve("own-python"),
                "echo \"own python $*\" >>\"$TOP/log\"",
                "case \"$*\" in",
                "    -I*) [ -e \"$TOP/own-fits\" ] || exit 1 ;;",
                "    *'pip install'*) [ ! -e \"$TOP/no-pip\" ] && : >\"$TOP/own-fits\" ;;",
                "esac");
        command("chmod");
        ubuntusNumPyIs("1:1.26.4+ds-6ubuntu1");
    }

    private void command(String name, String... lines) throws IOException {
        String[] all = new String[lines.length + 1];
        all[0] = "echo \"" + name + " $*\" >>\"$TOP/log\"";
        System.arraycopy(lines, 0, all, 1, lines.length);
        ShellScripts.write(folder.resolve("bin").resolve(name), all);
    }

    private void ubuntusNumPyIs(String version) throws IOException {
        command(
                "apt-cache",
                "printf '%s\\n' python3-numpy: '  Installed: (none)' '  Candidate: " + version
                        + "' '  Version table:'");
    }

    private void lacks(String what) throws IOException {
        Files.createFile(folder.resolve("no-" + what));
    }

    private Ended setUp() throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("log"));
        String bash = ShellScripts.command("bash").toString();
        return ShellScripts.run(
                folder,
                Map.of(
                        "PATH", folder.resolve("bin").toString(),
                        "TOP", folder.toString(),
                        "AUTOGRADER_ROOT", folder.toString()),
                List.of(bash, SETUP.toAbsolutePath().toString()));
    }

    private List<String> log() throws IOException {
        // The question whether a Python fits has several lines
        return Files.readAllLines(folder.resolve("log")).stream()
                .filter(line -> line.matches("(apt-|chmod|(own )?python3? -m).*"))
                .toList();
    }

    @Test
    void whereUbuntusNumPyFitsItIsInstalled() throws IOException, InterruptedException {
        assertThat(setUp()).isEqualTo(new Ended(0, ""));

        assertThat(log())
                .containsExactly(
                        "apt-get update",
                        BASE + "python3 libseccomp2",
                        BASE + "openjdk-21-jre-headless",
                        "apt-cache policy python3-numpy",
                        BASE + "python3-numpy",
                        "chmod 600 " + folder + "/source/secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:1.21.5-1ubuntu22.04.1", "1:1.3.0-1", "1:2.4.0+ds-1", "(none)"})
    void whereItDoesNotFitAPythonOfItsOwnIsMade(String version) throws IOException, InterruptedException {
        ubuntusNumPyIs(version);

        assertThat(setUp()).isEqualTo(new Ended(0, ""));

        assertThat(log())
                .doesNotContain(BASE + "python3-numpy")
                .containsSubsequence(
                        BASE + "python3-venv",
                        "python3 -m venv --clear " + folder + "/source/python",
                        "own python -m pip install --only-binary :all: numpy>=1.26,<2.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:1.26.4+ds-6ubuntu1", "1:2.2.4+ds-1", "1:2.3.5-1", "1:1.21.5-1ubuntu22.04.1"})
    void theSecondTimeNothingIsMadeAgain(String version) throws IOException, InterruptedException {
        ubuntusNumPyIs(version);
        setUp();

        assertThat(setUp()).isEqualTo(new Ended(0, ""));

        assertThat(log())
                .containsExactly(
                        "apt-get update",
                        BASE + "python3 libseccomp2",
                        BASE + "openjdk-21-jre-headless",
                        "chmod 600 " + folder + "/source/secret");
    }

    @Test
    void whereThereIsNoJava21TheNextOneIsTaken() throws IOException, InterruptedException {
        lacks("java-21");

        assertThat(setUp()).isEqualTo(new Ended(0, ""));

        assertThat(log()).containsSubsequence(BASE + "openjdk-21-jre-headless", BASE + "openjdk-25-jre-headless");
    }

    @Test
    void withoutAJavaItEndsWithASentence() throws IOException, InterruptedException {
        lacks("java-21");
        lacks("java-25");

        assertThat(setUp()).isEqualTo(new Ended(1, "setup.sh: there is no Java of version 21 or 25 to install.\n"));
    }

    @Test
    void whatPipCannotInstallEndsIt() throws IOException, InterruptedException {
        ubuntusNumPyIs("(none)");
        lacks("pip");

        assertThat(setUp().status()).isEqualTo(1);
    }

    @Test
    void aNumPyThatDoesNotFitAfterAllIsSaid() throws IOException, InterruptedException {
        command("apt-get");

        assertThat(setUp())
                .isEqualTo(new Ended(1, "setup.sh: there is still no Python 3.10 or newer with NumPy 1.26 to 2.3.\n"));
    }
}
