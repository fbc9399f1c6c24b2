package org.stride.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
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

            Server.Ended ended = Server.runToTheEnd(Server.APART, "--server.port=" + port, "--stride.data=" + folder);

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output())
                    .containsExactly("Stride: Port " + port + " is taken. Stop what uses it, or choose another:"
                            + " ./stride serve --port " + (port + 1) + ".");
        }
    }

    @Test
    void aDataFolderThatCannotBeMadeIsOneLineWithTheRemedy() throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("a-file"));

        Server.Ended ended =
                Server.runToTheEnd(Server.APART, "--server.port=0", "--stride.data=" + file.resolve("data"));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .singleElement()
                .asString()
                .startsWith("Stride: Stride cannot keep its data in " + file.resolve("data"))
                .contains("--stride.data=FOLDER");
    }

    @Test
    void aBrokenCatalogueIsOneLineThatNamesFileAndField() throws IOException, InterruptedException {
        Path entry = folder.resolve("exercises/zero_pad/exercise.yaml");
        Files.createDirectories(entry.getParent());
        Files.writeString(entry, "number: one\n");

        // What lies first on the class path hides the entry that the application brings along.
        Server.Ended ended = Server.runToTheEnd(
                List.of("-cp", folder + File.pathSeparator + System.getProperty("java.class.path")),
                "org.stride.StrideApplication",
                "--server.port=0",
                "--stride.data=" + folder.resolve("data"));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .containsExactly(
                        "Stride: The catalogue is broken: exercises/zero_pad/exercise.yaml: parameters is missing."
                                + " Mend that file and build again.");
    }

    @Test
    void aModeThatDoesNotExistIsOneLineWithTheRemedy() throws IOException, InterruptedException {
        Server.Ended ended =
                Server.runToTheEnd(Server.APART, "--server.port=0", "--stride.data=" + folder, "--stride.mode=strict");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .containsExactly("Stride: stride.mode must be local or hosted, it is strict."
                        + " Leave it out for a machine of your own, or write --stride.mode=hosted.");
    }

    @Test
    void whenItIsToldToEndNoPythonIsLeft() {
        try (Server server = Server.startWithPython("--stride.slots=2")) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> server.process().descendants().count() == 2);
            List<ProcessHandle> pythons = server.process().descendants().toList();

            server.process().destroy();

            server.process().onExit().orTimeout(60, TimeUnit.SECONDS).join();
            assertThat(pythons).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void theHealthCheckOfTheOneJarAnswers() throws IOException, InterruptedException {
        try (Server server = Server.ofOneJar(folder)) {
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
