package org.stride.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an open exercise page costs the server's heap, with its connection for news: the garbage is collected before and after. */
final class SessionMeasurements {
    private static final int SESSIONS = 200;
    private static final int FIRST = 20;
    private static final int MOST_KILOBYTES = 400;
    private static final String PAGE = "exercise/conv_forward";
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PAGE_NUMBER = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern PUSH_KEY = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");
    private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured) .*used (\\d+)K");

    private SessionMeasurements() {}

    static void all(Setup setup, Report report) throws IOException, InterruptedException {
        try (Server server = Server.start(setup, setup.serverOptions())) {
            List<HttpClient> browsers = new ArrayList<>();
            // What all pages share is there with the first ones
            open(server, FIRST, browsers);
            long before = usedKilobytes(server);
            open(server, SESSIONS, browsers);
            double each = (usedKilobytes(server) - before) / (double) SESSIONS;
            browsers.forEach(HttpClient::shutdownNow);
            report.row(
                    "sessions",
                    SESSIONS + " open exercise pages",
                    Report.number(each) + " KB of heap each",
                    each,
                    MOST_KILOBYTES,
                    "KB");
        }
    }

    /** @param browsers to which those are added that stay open */
    private static void open(Server server, int sessions, List<HttpClient> browsers)
            throws IOException, InterruptedException {
        for (int session = 0; session < sessions; session++) {
            HttpClient browser =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            browsers.add(browser);
            page(browser, server.address());
        }
    }

    /**
     * What a page does that comes up: it asks for itself, for its connections, and then for the view, which is built by that; and it says that it has
     * got it, for until then the server keeps the answer.
     */
    private static void page(HttpClient browser, URI address) throws IOException, InterruptedException {
        send(browser, HttpRequest.newBuilder(address.resolve(PAGE)));
        String connection =
                send(browser, HttpRequest.newBuilder(address.resolve("?v-r=init&location=" + PAGE + "&query=")));
        String number = found(PAGE_NUMBER, connection);
        URI calls = address.resolve("?v-r=uidl&v-uiId=" + number);
        String token = found(KEY, connection);
        String view = call(browser, calls, token, 0, """
                {"type": "event", "node": 1, "event": "ui-navigate", "data":
                {"route": "%s", "query": "", "appShellTitle": "", "historyState": null, "trigger": ""}}""".formatted(PAGE));
        if (!view.contains("stride-exercise")) {
            throw new IOException("the page of the exercise was not built");
        }
        call(browser, calls, token, 1, "");
        listen(browser, address, number, found(PUSH_KEY, connection));
    }

    private static String call(HttpClient browser, URI address, String token, int number, String event)
            throws IOException, InterruptedException {
        String body = "{\"csrfToken\": \"%s\", \"syncId\": %d, \"clientId\": %d, \"rpc\": [%s]}"
                .formatted(token, number, number, event);
        return send(
                browser,
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** The connection on which the server tells what is new; it says that it is there. */
    private static void listen(HttpClient browser, URI address, String number, String key)
            throws InterruptedException, IOException {
        CompletableFuture<?> heard = new CompletableFuture<>();
        URI push = URI.create(address.resolve("VAADIN/push").toString().replaceFirst("^http", "ws")
                + "?v-r=push&v-uiId=" + number + "&v-pushId=" + key
                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                + "&X-Atmosphere-TrackMessageSize=true&X-atmo-protocol=true");
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                heard.complete(null);
                return WebSocket.Listener.super.onText(socket, text, last);
            }
        };
        try {
            browser.newWebSocketBuilder()
                    .buildAsync(push, listener)
                    .thenCombine(heard, (socket, message) -> socket)
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the server did not greet on " + push, e);
        }
    }

    private static String found(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("the page's connection has no " + pattern);
        }
        return matcher.group(1);
    }

    private static String send(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                browser.send(request.header("Accept", "text/html,*/*").build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Of all generations, after a full collection. */
    private static long usedKilobytes(Server server) throws IOException, InterruptedException {
        server.command("GC.run");
        Matcher used = USED.matcher(server.command("GC.heap_info"));
        long sum = 0;
        int generations = 0;
        for (; used.find(); generations++) {
            sum += Long.parseLong(used.group(1));
        }
        if (generations != 2) {
            throw new IOException("expected the heap of the serial collector");
        }
        return sum;
    }
}
