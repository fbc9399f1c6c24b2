package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.rest.Client.json;
import static org.stride.rest.Client.problem;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stride.exercise.Catalogue;
import org.stride.python.PythonRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JobsTest extends ApiTest {
    private static final String JOBS = "/api/v1/jobs";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Takes longer than any of these tests. */
    private static final String ALL_ENDLESS = Catalogue.load().exercises().stream()
            .map(exercise -> ENDLESS.replace("zero_pad(X, pad)", exercise.signature()))
            .collect(Collectors.joining("\n"));

    @Autowired
    private PythonRunner runner;

    private String begin(String source, String query) {
        HttpResponse<String> begun = client.upload(JOBS + query, "student_07.py", source);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return begun.headers().firstValue("Location").orElseThrow();
    }

    private String state(String job) {
        return json(client.get(job)).get("state").asString();
    }

    private void awaitState(String job, String state) {
        Awaitility.await().atMost(PATIENCE).until(() -> state(job).equals(state));
    }

    private void stop(String... jobs) {
        for (String job : jobs) {
            assertThat(client.delete(job).statusCode()).isEqualTo(204);
        }
        Awaitility.await().atMost(PATIENCE).until(() -> runner.status().busy() == 0);
    }

    @Test
    void aJobGoesFromItsBeginningToItsReport() {
        HttpResponse<String> begun = client.upload(JOBS, "student_07.ipynb", Notebooks.of(SOLUTION));

        assertThat(begun.statusCode()).isEqualTo(202);
        String job = begun.headers().firstValue("Location").orElseThrow();
        JsonNode status = json(begun);
        assertThat(job).isEqualTo(JOBS + "/" + status.get("id").asString());
        assertThat(status.get("file").asString()).isEqualTo("student_07.ipynb");
        assertThat(status.get("total").asInt()).isEqualTo(8);
        awaitState(job, "done");
        assertThat(json(client.get(job)).get("done").asInt()).isEqualTo(8);
        JsonNode report = json(client.get(job + "/report"));
        assertThat(report.get("file").asString()).isEqualTo("student_07.ipynb");
        assertThat(report.get("functions").get(0).get("status").asString()).isEqualTo("passed");
    }

    @Test
    void itsReportComesInEveryFormatAgainAndAgain() {
        String job = begin(SOLUTION, "?exercises=zero_pad");
        awaitState(job, "done");

        assertThat(client.get(job + "/report?format=text").body()).contains("✓ zero_pad");
        assertThat(client.get(job + "/report", "Accept", "text/csv").body()).contains("student_07.py,passed");
        assertThat(client.get(job + "/report?format=junit").body()).contains("<testsuites");
        assertThat(client.get(job + "/report?format=gradescope").body()).contains("stdout_visibility");
        assertThat(problem(client.get(job + "/report?format=pdf"), 400, "bad-parameter"))
                .contains("pdf");
        problem(client.get(job + "/report", "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void theReportIsThatWhichIsAnsweredAtOnce() {
        String job = begin(SOLUTION, "");
        awaitState(job, "done");

        String later = client.get(job + "/report").body();
        String atOnce =
                client.upload("/api/v1/files/check", "student_07.py", SOLUTION).body();

        assertThat(withoutTimes(later)).isEqualTo(withoutTimes(atOnce));
    }

    private static String withoutTimes(String report) {
        return report.replaceAll("\"seconds\": *[0-9.]+", "");
    }

    @Test
    void eventsTellProgressAndTheEndAndThenClose() {
        String job = begin(ENDLESS + "x = 1\n", "?exercises=zero_pad,conv_single_step,distribute_value");

        HttpResponse<Stream<String>> answer = client.lines(job + "/events");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        List<String> lines = answer.body().filter(line -> !line.isEmpty()).toList();
        List<JsonNode> told = lines.stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> JsonMapper.shared().readTree(line.substring(5)))
                .toList();
        assertThat(lines.stream().filter(line -> line.startsWith("event:")))
                .endsWith("event:end")
                .filteredOn("event:end"::equals)
                .hasSize(1);
        assertThat(told.getLast().get("state").asString()).isEqualTo("done");
        assertThat(told.getLast().get("done").asInt()).isEqualTo(3);
        assertThat(told.stream().map(status -> status.get("done").asInt())).isSorted();
        assertThat(told).anySatisfy(status -> {
            assertThat(status.get("state").asString()).isEqualTo("running");
            assertThat(status.get("function").asString()).isEqualTo("zero_pad");
            assertThat(status.get("done").asInt()).isZero();
        });
    }

    @Test
    void whoeverListensAfterTheEndIsToldTheEnd() {
        String job = begin(SOLUTION, "?exercises=zero_pad");
        awaitState(job, "done");

        assertThat(client.lines(job + "/events").body().filter(line -> line.startsWith("event:")))
                .containsExactly("event:end");
    }

    @Test
    void cancellingStopsCodeThatNeverEnds() {
        String job = begin(ALL_ENDLESS, "");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> runner.status().busy() == 1
                        && json(client.get(job)).get("function").asString("").equals("zero_pad"));
        HttpResponse<Stream<String>> events = client.lines(job + "/events");
        assertThat(client.delete(job).statusCode()).isEqualTo(204);

        assertThat(events.body().filter(line -> line.startsWith("event:"))).endsWith("event:end");
        assertThat(state(job)).isEqualTo("cancelled");
        assertThat(problem(client.get(job + "/report"), 409, "no-report")).contains("cancelled");
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> runner.status().busy() == 0);
        assertThat(json(client.check("zero_pad", SOLUTION)).get("status").asString())
                .isEqualTo("passed");
    }

    @Test
    void aJobThatHasEndedIsForgottenWhenItIsCancelled() {
        String job = begin(SOLUTION, "?exercises=zero_pad");
        awaitState(job, "done");

        assertThat(client.delete(job).statusCode()).isEqualTo(204);

        problem(client.get(job), 404, "unknown-job");
        problem(client.delete(job), 404, "unknown-job");
    }

    @Test
    void aReportThatIsNotThereYetIsWorthAnotherTry() {
        String job = begin(ALL_ENDLESS, "");

        HttpResponse<String> early = client.get(job + "/report");

        assertThat(problem(early, 409, "no-report")).contains("not ended yet");
        assertThat(early.headers().firstValue("Retry-After")).isPresent();
        stop(job);
    }

    @Test
    void jobsOfOneCallerWaitInOrderAndKeepNobodyElseWaiting() {
        int processors = Runtime.getRuntime().availableProcessors();
        String[] jobs = IntStream.range(0, processors + 2)
                .mapToObj(number -> begin(ALL_ENDLESS, ""))
                .toArray(String[]::new);

        JsonNode first = json(client.get(jobs[processors]));
        JsonNode second = json(client.get(jobs[processors + 1]));
        JsonNode honest = json(anotherClient().check("zero_pad", SOLUTION));

        assertThat(first.get("state").asString()).isEqualTo("queued");
        assertThat(first.get("place").asInt()).isZero();
        assertThat(second.get("place").asInt()).isEqualTo(1);
        assertThat(honest.get("status").asString()).isEqualTo("passed");
        assertThat(state(jobs[processors + 1])).isEqualTo("queued");
        client.delete(jobs[processors]);
        assertThat(json(client.get(jobs[processors + 1])).get("place").asInt()).isZero();
        stop(jobs);
    }

    @Test
    void aStreamInWhichNothingHappensIsKeptOpenByComments() {
        int processors = Runtime.getRuntime().availableProcessors();
        String[] jobs = IntStream.range(0, processors + 1)
                .mapToObj(number -> begin(ALL_ENDLESS, ""))
                .toArray(String[]::new);

        Stream<String> lines = client.lines(jobs[processors] + "/events").body();

        // The last job waits for all the others, whose code takes far longer than a comment is away
        assertThat(lines.filter(line -> line.startsWith(":")).findFirst()).isPresent();
        assertThat(state(jobs[processors])).isEqualTo("queued");
        stop(jobs);
    }

    @Test
    void whoeverAcceptsNothingButEventsIsToldOfAProblemToo() {
        problem(client.get(JOBS + "/nothing/events", "Accept", "text/event-stream"), 404, "unknown-job");
    }

    @Test
    void idsAreLongAndRandom() {
        String[] jobs = IntStream.range(0, 10)
                .mapToObj(number -> begin("x = 1", "?exercises=zero_pad"))
                .toArray(String[]::new);

        Set<String> ids =
                Stream.of(jobs).map(job -> job.substring(JOBS.length() + 1)).collect(Collectors.toSet());

        assertThat(ids).hasSize(10).allSatisfy(id -> assertThat(id).matches("[A-Za-z0-9_-]{22}"));
        assertThat(ids.stream().map(id -> id.substring(0, 4))).doesNotHaveDuplicates();
        assertThat(ids.stream().map(id -> id.substring(18))).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAA",
                "1",
                "..",
                "%2e%2e%2fetc%2fpasswd",
                "*",
                "%00",
                "null",
                "<script>alert(1)</script>"
            })
    void guessedIdsTellNothing(String id) {
        begin(SOLUTION, "?exercises=zero_pad");
        String path = JOBS + "/" + id.replace("<", "%3C").replace(">", "%3E");
        String unknown = problem(client.get(JOBS + "/BBBBBBBBBBBBBBBBBBBBBB"), 404, "unknown-job");

        for (String end : List.of("", "/report", "/events")) {
            HttpResponse<String> answer = client.get(path + end);
            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("student_07").doesNotContain("<script");
        }
        if (id.matches("[A-Za-z0-9*]+")) {
            assertThat(problem(client.get(path), 404, "unknown-job")).isEqualTo(unknown);
            assertThat(problem(client.delete(path), 404, "unknown-job")).isEqualTo(unknown);
        }
    }

    @Test
    void moreThanAFewListenersAreTooMany() {
        String job = begin(ALL_ENDLESS, "");
        List<HttpResponse<Stream<String>>> listeners = IntStream.range(0, 8)
                .mapToObj(number -> client.lines(job + "/events"))
                .toList();

        problem(client.get(job + "/events"), 429, "too-many-jobs");

        assertThat(listeners)
                .allSatisfy(listener -> assertThat(listener.statusCode()).isEqualTo(200));
        stop(job);
        listeners.forEach(listener -> assertThat(listener.body()).contains("event:end"));
        assertThat(client.lines(job + "/events").body()).contains("event:end");
    }
}
