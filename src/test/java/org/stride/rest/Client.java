package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the interface, from one of the many addresses of this machine. */
final class Client {
    static final String BOUNDARY = "----a-boundary-of-the-tests";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final InetAddress address;
    private final HttpClient http;

    Client(int port, String address) {
        this.port = port;
        try {
            this.address = InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
        this.http = HttpClient.newBuilder().localAddress(this.address).build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(2));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(with(request(path).GET(), headers));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<String> postJson(String path, String body, String... headers) {
        return send(with(request(path), headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Has a function’s source checked. */
    HttpResponse<String> check(String exercise, String source) {
        return postJson("/api/v1/exercises/" + exercise + "/check", JSON.writeValueAsString(Map.of("source", source)));
    }

    /** Sends a file as the part {@code file}. */
    HttpResponse<String> upload(String path, String name, String content, String... headers) {
        return upload(path, part("file", name, content.getBytes(StandardCharsets.UTF_8)), headers);
    }

    HttpResponse<String> upload(String path, byte[] parts, String... headers) {
        return send(with(uploading(path), headers).POST(BodyPublishers.ofByteArray(form(parts))));
    }

    HttpRequest.Builder uploading(String path) {
        return request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** The lines of an answer, as they come. */
    HttpResponse<Stream<String>> lines(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes as they are, and gives the answer to the one request that they are, up to the end of the connection. */
    String raw(String request) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(address, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(60_000);
        return socket;
    }

    static byte[] part(String part, String fileName, byte[] content) {
        return bytes(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n",
                content,
                "\r\n");
    }

    static byte[] form(byte[] parts) {
        return bytes("", parts, "--" + BOUNDARY + "--\r\n");
    }

    static byte[] bytes(String before, byte[] content, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(content);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Whether an answer is this problem; gives its detail. */
    static String problem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        JsonNode problem = json(response);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        return problem.get("detail").asString();
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }
}
