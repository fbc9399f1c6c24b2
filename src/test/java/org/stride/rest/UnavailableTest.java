package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.rest.Client.problem;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On a machine without a Python. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"stride.data=target/test-data-${stride.fork:1}", "stride.python=/nowhere/python"})
class UnavailableTest {
    @LocalServerPort
    private int port;

    @Test
    void checksAreRefusedForTheTimeBeing() {
        Client client = new Client(port, "127.0.0.1");
        byte[] file = Client.part("file", "a.py", new byte[] {'x'});

        for (HttpResponse<String> answer : List.of(
                client.check("zero_pad", "x"),
                client.upload("/api/v1/files/check", file),
                client.upload("/api/v1/jobs", file))) {
            assertThat(problem(answer, 503, "unavailable")).contains("Python").doesNotContain("nowhere");
            assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        }
        assertThat(client.get("/api/v1/exercises").statusCode()).isEqualTo(200);
    }
}
