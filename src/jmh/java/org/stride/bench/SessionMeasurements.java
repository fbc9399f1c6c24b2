package org.stride.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an open exercise page costs the server's heap: the garbage is collected before and after. */
final class SessionMeasurements {
    private static final int SESSIONS = 200;
    private static final int FIRST = 20;
    private static final int MOST_KILOBYTES = 400;
    private static final String PAGE = "exercise/conv_forward";
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PAGE_NUMBER = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured) .*used (\\d+)K");

    private SessionMeasurements() {}

    static void all(Setup setup, Report report) throws IOException, InterruptedException {
        try (Server server = Server.start(setup, setup.serverOptions())) {
            // What all pages share is there with the first ones
            open(server, FIRST);
            long before = usedKilobytes(server);
            open(server, SESSIONS);
            double each = (usedKilobytes(server) - before) / (double) SESSIONS;
            report.row(
                    "sessions",
                    SESSIONS + " open exercise pages",
                    Report.number(each) + " KB of heap each",
                    each,
                    MOST_KILOBYTES,
                    "KB");
        }
    }

    private static void open(Server server, int sessions) throws IOException, InterruptedException {
        for (int session = 0; session < sessions; session++) {
            try (HttpClient browser =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
                page(browser, server.address());
            }
        }
    }

    /** What a page does that comes up: it asks for itself, for its connection, and then for the view, which is built by that. */
    private static void page(HttpClient browser, URI address) throws IOException, InterruptedException {
        send(browser, HttpRequest.newBuilder(address.resolve(PAGE)));
        String connection =
                send(browser, HttpRequest.newBuilder(address.resolve("?v-r=init&location=" + PAGE + "&query=")));
        String navigation = """
                {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1, "event": "ui-navigate", "data":
                {"route": "%s", "query": "", "appShellTitle": "", "historyState": null, "trigger": ""}}]}""".formatted(found(KEY, connection), PAGE);
        String view = send(
                browser,
                HttpRequest.newBuilder(address.resolve("?v-r=uidl&v-uiId=" + found(PAGE_NUMBER, connection)))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(navigation)));
        if (!view.contains("stride-exercise")) {
            throw new IOException("the page of the exercise was not built");
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
