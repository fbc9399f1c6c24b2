package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stride.PythonListings;

/** The README's section on grading does what it says: its very commands, one after the other, in a folder with a small class. */
class ReadmeIT {
    private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");
    private static final int SOMETHING_FAILS = 1;

    @TempDir
    private Path folder;

    static List<String> commands() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("## Grade notebooks"));
        String block = section.substring(section.indexOf("```sh\n") + 6);
        return block.substring(0, block.indexOf("```")).lines().toList();
    }

    @Test
    void itsCommandsDoWhatTheyPromise() throws IOException, InterruptedException {
        PythonListings.assumeInstalled();
        prepare();
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(5).allMatch(command -> command.startsWith("./stride "));
        for (String command : commands) {
            boolean grades = command.startsWith("./stride grade ") && !command.contains("student_07");
            assertThat(run(command)).as(command).isEqualTo(grades ? SOMETHING_FAILS : 0);
        }
        assertThat(folder.resolve("exercises.ipynb")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("assignment.ipynb"))).contains("\"nbgrader\"", "BEGIN HIDDEN TESTS");
        assertThat(folder.resolve("reports/report.csv")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("reports/report.jsonl"))).hasSize(3);
        assertThat(folder.resolve("reports/submissions/student_07.ipynb.txt")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("shard-03.jsonl"))).hasSize(1);
        assertThat(folder.resolve("stride.zip")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("said.txt"))).contains("4 of 4");
    }

    private void prepare() throws IOException {
        Path submissions = Files.createDirectory(folder.resolve("submissions"));
        Files.copy(SUBMISSIONS.resolve("03_edition_2021_solved.ipynb"), submissions.resolve("student_07.ipynb"));
        Files.copy(SUBMISSIONS.resolve("38_flaws_in_a_script.py"), submissions.resolve("student_08.py"));
        Files.copy(SUBMISSIONS.resolve("54_truncated.ipynb"), submissions.resolve("student_09.ipynb"));
        Files.createSymbolicLink(folder.resolve("stride"), Path.of("stride").toAbsolutePath());
    }

    private int run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
        builder.environment()
                .put("STRIDE_JAR", Path.of(System.getProperty("stride.apart")).toString());
        builder.environment().put("STRIDE_PYTHON", PythonListings.python().toString());
        builder.environment().put("STRIDE_DATA", folder.resolve("data").toString());
        Path said = folder.resolve("said.txt");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            try (Stream<ProcessHandle> descendants = process.descendants()) {
                descendants.forEach(ProcessHandle::destroyForcibly);
            }
            process.destroyForcibly();
            throw new IOException("never ended: " + command);
        }
        return process.exitValue();
    }
}
