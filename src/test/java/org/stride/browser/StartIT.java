package org.stride.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged application starts, and what it says if it cannot. */
class StartIT {
    @TempDir
    private Path folder;

    @Test
    void aTakenPortIsOneLineWithTheRemedy() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            Server.Ended ended = Server.runToTheEnd("--server.port=" + port, "--stride.data=" + folder);

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output())
                    .containsExactly("Stride: Port " + port + " is taken. Stop what uses it, or choose another:"
                            + " ./stride serve --port " + (port + 1) + ".");
        }
    }

    @Test
    void aDataFolderThatCannotBeMadeIsOneLineWithTheRemedy() throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("a-file"));

        Server.Ended ended = Server.runToTheEnd("--server.port=0", "--stride.data=" + file.resolve("data"));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .singleElement()
                .asString()
                .startsWith("Stride: Stride cannot keep its data in " + file.resolve("data"))
                .contains("--stride.data=FOLDER");
    }

    @Test
    void theHealthCheckAnswers() throws IOException, InterruptedException {
        try (Server server = Server.start()) {
            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.address() + "/actuator/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("UP");
        }
    }
}
