package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.rest.Client.part;
import static org.stride.rest.Client.problem;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies that are far too large, each followed by an honest check. */
class LargeBodiesTest extends ApiTest {
    private static final String CHECK = "/api/v1/files/check";
    private static final int MEGABYTE = 1 << 20;
    private static final int SENT = 200;
    /** What may be on its way when the server has stopped to read: what it swallows, and what the system holds. */
    private static final int MOST_TAKEN = 40;

    @AfterEach
    void thenAnHonestCheckPasses() {
        assertThat(Client.json(client.check("zero_pad", SOLUTION)).get("status").asString())
                .isEqualTo("passed");
    }

    @Test
    void aFileOfTheGreatestSizeIsRead() {
        String picture = Notebooks.ofCells(
                Notebooks.cell(SOLUTION, List.of(Map.of("output_type", "display_data", "data", "@"))));
        String notebook = picture.replace("@", "A".repeat(5 * MEGABYTE - picture.length() + 1));

        HttpResponse<String> answer = client.upload(CHECK + "?exercises=zero_pad", "large.ipynb", notebook);

        assertThat(notebook).hasSize(5 * MEGABYTE);
        assertThat(Client.json(answer).get("status").asString()).isEqualTo("passed");
    }

    @Test
    void longCodeIsRead() {
        String comment = "#" + "-".repeat(78) + "\n";
        String source = SOLUTION + comment.repeat((900_000 - SOLUTION.length()) / comment.length());

        HttpResponse<String> answer = client.upload(CHECK + "?exercises=zero_pad", "long.py", source);

        assertThat(Client.json(answer).get("status").asString()).isEqualTo("passed");
    }

    @Test
    void aFileThatIsAByteTooLargeIsRefused() {
        byte[] file = part("file", "large.ipynb", new byte[5 * MEGABYTE + 1]);

        assertThat(problem(client.upload(CHECK, file), 413, "too-large")).contains("5,242,880");
    }

    @Test
    void moreCodeThanAnybodyWritesIsRefused() {
        String detail = problem(client.upload(CHECK, "long.py", "x = 1\n".repeat(200_000)), 422, "unreadable");

        assertThat(detail).contains("1,000,000");
    }

    @Test
    void hundredsOfMegabytesAreNotReadIfTheySayHowManyTheyAre() throws IOException {
        Answer answer = pour(
                "POST " + CHECK + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data;"
                        + " boundary=x\r\nContent-Length: " + (long) SENT * MEGABYTE + "\r\n\r\n",
                false);

        answer.isRefusedInTime();
    }

    @Test
    void hundredsOfMegabytesAreNotReadIfTheyComeInPieces() throws IOException {
        Answer answer = pour(
                "POST " + CHECK + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data;"
                        + " boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n",
                true);

        answer.isRefusedInTime();
    }

    @Test
    void aPageTakesNoMoreThanItNeeds() throws IOException {
        String session = client.get("/?v-r=init&location=&query=")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        String uidl =
                "POST /?v-r=uidl&v-uiId=0 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: "
                        + session.substring(0, session.indexOf(';')) + "\r\n";

        pour(uidl + "Content-Length: " + (long) SENT * MEGABYTE + "\r\n\r\n", false)
                .isRefusedInTime();
        pour(uidl + "Transfer-Encoding: chunked\r\n\r\n", true).endsInTime();
    }

    @Test
    void manyPartsAreRefused() {
        StringBuilder parts = new StringBuilder();
        for (int number = 0; number < 50; number++) {
            parts.append(new String(part("part" + number, "a.py", new byte[0]), StandardCharsets.UTF_8));
        }

        HttpResponse<String> answer = client.upload(CHECK, parts.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isIn(400, 413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aHugeHeaderOfAPartIsRefused() {
        byte[] file = part("file", "a".repeat(100_000) + ".py", new byte[10]);

        HttpResponse<String> answer =
                client.send(client.uploading(CHECK).POST(BodyPublishers.ofByteArray(Client.form(file))));

        assertThat(answer.statusCode()).isIn(400, 413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    /** Sends until nobody takes any more, and reads what has been answered by then. */
    private Answer pour(String head, boolean inPieces) throws IOException {
        long start = System.nanoTime();
        byte[] megabyte = new byte[MEGABYTE];
        int taken = 0;
        try (Socket socket = client.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            try {
                for (; taken < SENT; taken++) {
                    if (inPieces) {
                        out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                    out.write(megabyte);
                    if (inPieces) {
                        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                    }
                }
            } catch (IOException e) {
                // Nobody takes any more
            }
            return new Answer(read(socket), taken, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static String read(Socket socket) {
        byte[] answer = new byte[16_384];
        int length = 0;
        try {
            for (int more = 0; more >= 0 && length < answer.length; length += Math.max(more, 0)) {
                more = socket.getInputStream().read(answer, length, answer.length - length);
            }
        } catch (IOException e) {
            // What came before the end of the connection is there
        }
        return new String(answer, 0, length, StandardCharsets.UTF_8);
    }

    private record Answer(String text, int megabytes, Duration time) {
        void isRefusedInTime() {
            assertThat(text).startsWith("HTTP/1.1 413").contains("/problems/too-large");
            endsInTime();
        }

        void endsInTime() {
            assertThat(megabytes).isLessThan(MOST_TAKEN);
            assertThat(time).isLessThan(Duration.ofSeconds(20));
        }
    }
}
