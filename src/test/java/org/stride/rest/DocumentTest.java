package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/rest.md, run as they stand there. */
class DocumentTest extends ApiTest {
    @TempDir
    Path folder;

    private String run(String commands) throws IOException, InterruptedException {
        String script = "set -e\n" + commands.replace("localhost:8080", "localhost:" + port());
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(commands).isZero();
        return output;
    }

    @Test
    void itsCommandsDoWhatItSays() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "skipped: no curl");
        Files.writeString(folder.resolve("student_07.ipynb"), Notebooks.of(SOLUTION));
        List<String> blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(read("docs/rest.md"))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(blocks).hasSize(4);
        assertThat(run(blocks.get(0))).startsWith("[{").contains("\"pool_backward\"", "\"starter\"");
        assertThat(run(blocks.get(1))).contains("flaw.returns_x_unpadded");
        assertThat(run(blocks.get(2))).contains("\"file\": \"student_07.ipynb\"", "✓ zero_pad", "conv_forward");
        assertThat(run(blocks.get(3)))
                .contains("\"file\":\"student_07.ipynb\"", "event:end", "\"state\":\"done\"", "✓ zero_pad")
                .doesNotContain("/problems/");
    }
}
