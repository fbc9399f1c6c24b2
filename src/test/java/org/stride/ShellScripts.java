package org.stride;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs shell scripts for tests, and writes the made-up commands that they find. */
public final class ShellScripts {
    private static final int PATIENCE_SECONDS = 120;

    private ShellScripts() {}

    /** How a script ended, and all that it said. */
    public record Ended(int status, String said) {}

    /** The full path of a command of this machine, or skips the calling test. */
    public static Path command(String name) {
        return onPath(name).orElseGet(() -> Assumptions.abort("skipped: there is no " + name));
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Writes a command that is run by sh. */
    public static Path write(Path file, String... lines) throws IOException {
        String text = Stream.concat(Stream.of("#!" + command("sh")), Arrays.stream(lines))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs a command in a folder, with this environment and no other. */
    public static Ended run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path said = Files.createTempFile("said", ".txt");
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " has not ended: " + Files.readString(said));
            }
            return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } finally {
            Files.delete(said);
        }
    }

    /** Where there is a shellcheck, it has nothing to say. */
    public static void assertClean(Path script) throws IOException, InterruptedException {
        String shellcheck = command("shellcheck").toString();
        Ended ended = run(Path.of("."), Map.of(), List.of(shellcheck, script.toString()));
        assertThat(ended.said()).isEmpty();
        assertThat(ended.status()).isZero();
    }
}
