package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.rest.Client.problem;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.stride.PythonListings;
import org.stride.StrideApplication;
import org.stride.python.PythonRunner;

class ShutdownTest {
    @Test
    void nobodyHasToWaitForCodeThatNeverEndsWhenTheServerIsToldTo() {
        Path python = PythonListings.assumeInstalled();
        ConfigurableApplicationContext context = SpringApplication.run(
                StrideApplication.class,
                "--server.port=0",
                "--stride.data=target/test-data-${stride.fork:1}",
                "--spring.datasource.url=jdbc:h2:mem:shutdown",
                "--stride.python=" + python.toAbsolutePath());
        Client client = new Client(
                ((WebServerApplicationContext) context).getWebServer().getPort(), "127.0.0.1");
        byte[] file = Client.part("file", "a.py", ApiTest.ENDLESS.getBytes(StandardCharsets.UTF_8));
        String job = client.upload("/api/v1/jobs?exercises=zero_pad", file)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        CompletableFuture<HttpResponse<String>> waiting = client.sendLater(
                client.uploading("/api/v1/files/check").POST(BodyPublishers.ofByteArray(Client.form(file))));
        HttpResponse<Stream<String>> events = client.lines(job + "/events");
        PythonRunner runner = context.getBean(PythonRunner.class);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> runner.status().busy() > 0);
        long start = System.nanoTime();

        context.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        List<String> told = events.body().filter(line -> !line.isEmpty()).toList();
        assertThat(told.get(told.size() - 2)).isEqualTo("event:end");
        assertThat(told.getLast()).contains("\"cancelled\"");
        problem(waiting.join(), 503, "busy");
    }
}
