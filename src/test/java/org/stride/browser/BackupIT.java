package org.stride.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stride.backup.RunningInstallation;
import org.stride.installation.DataFolder;
import org.stride.learner.KeptText;
import org.stride.learner.LearnerId;
import org.stride.learner.store.Databases;
import org.stride.learner.store.Drafts;
import org.stride.ui.learner.LearnerCookie;
import tools.jackson.databind.json.JsonMapper;

/** Backups of real servers, by the commands that whoever hosts them types. */
class BackupIT {
    private static final String WITHOUT_PYTHON = "--stride.python=/nonexistent";
    private static final JsonMapper JSON = JsonMapper.shared();
    /** So many texts that a restore takes its time. */
    private static final int TEXTS = 30_000;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final LearnerId learner = LearnerId.random();

    /** What the browser of a learner sends along who was there when the secret of the folder was the present one. */
    private String cookie(Path data) {
        return "stride-learner="
                + new LearnerCookie(new DataFolder(data)::secret)
                        .write(learner, "/", false)
                        .getValue();
    }

    private HttpRequest.Builder request(Server server, String cookie) {
        return HttpRequest.newBuilder(URI.create(server.address() + "/drafts/zero_pad"))
                .header("Cookie", cookie);
    }

    private void save(Server server, String cookie, String text, long base) throws Exception {
        HttpResponse<String> answer = http.send(
                request(server, cookie)
                        .header("X-Stride-Draft", "1")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(JSON.writeValueAsString(
                                Map.of("text", text, "base", base, "editor", "tab", "sequence", base + 1))))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private String draft(Server server, String cookie) throws Exception {
        HttpResponse<String> answer = http.send(request(server, cookie).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("text").asString("");
    }

    private static List<String> command(Path data, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--", "--stride.data=" + data));
        Server.Ended ended = Server.runToTheEnd(Server.APART, all.toArray(String[]::new));
        assertThat(ended.exitCode()).as("%s", ended.output()).isZero();
        return ended.output();
    }

    @Test
    void aServerIsBackedUpAndRestoredWhileItRuns() throws Exception {
        Path data = folder.resolve("data");
        String backup = folder.resolve("backup.zip").toString();
        try (Server server = Server.on(data, WITHOUT_PYTHON)) {
            String cookie = cookie(data);
            save(server, cookie, "x = 1", 0);

            assertThat(command(data, "backup", backup)).last().asString().contains("1 learner");
            save(server, cookie, "x = 2", 1);
            assertThat(command(data, "restore", "--yes", backup))
                    .anyMatch(line -> line.startsWith("It is restored. What was there before is in " + data));

            assertThat(draft(server, cookie)).isEqualTo("x = 1");
            save(server, cookie, "x = 3", 1);
        }
        try (Server again = Server.on(data, WITHOUT_PYTHON)) {
            assertThat(draft(again, cookie(data))).isEqualTo("x = 3");
        }
    }

    @Test
    void learnersMoveToAnotherServerWithPostgreSqlAndAreKnownThereAtOnceAndBack() throws Exception {
        Path old = folder.resolve("old");
        Path young = folder.resolve("young");
        String backup = folder.resolve("backup.zip").toString();
        String later = folder.resolve("later.zip").toString();
        try (Server server = Server.on(old, WITHOUT_PYTHON)) {
            save(server, cookie(old), "x = 1", 0);
        }
        String cookie = cookie(old);
        command(old, "backup", backup);
        try (Server server =
                Server.on(young, WITHOUT_PYTHON, "--spring.datasource.url=" + Databases.POSTGRESQL.freshUrl())) {
            assertThat(http.send(request(server, cookie).build(), BodyHandlers.ofString())
                            .statusCode())
                    .as("a cookie of another installation")
                    .isEqualTo(401);

            assertThat(command(young, "restore", "--yes", backup)).anyMatch(line -> line.contains("another one now"));

            assertThat(draft(server, cookie)).isEqualTo("x = 1");
            save(server, cookie, "x = 2", 1);
            command(young, "backup", later);
        }
        command(old, "restore", "--yes", later);
        try (Server server = Server.on(old, WITHOUT_PYTHON)) {
            assertThat(draft(server, cookie)).isEqualTo("x = 2");
        }
    }

    @Test
    void afterAKillInMidRestoreEverythingIsAsItWasBefore() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup.zip");
        large(backup);
        try (Server server = Server.on(data, WITHOUT_PYTHON)) {
            save(server, cookie(data), "x = 1", 0);
            String secret = Files.readString(data.resolve("secret"));

            try (RunningInstallation client = RunningInstallation.at(
                    new DataFolder(data).occupant().orElseThrow().socket())) {
                assertThatThrownBy(() -> client.restore(backup, (found, at, replaced) -> true, (rows, of) -> {
                            assertThat(of).isGreaterThan(TEXTS);
                            if (rows > TEXTS / 10) {
                                server.kill();
                            }
                        }))
                        .isInstanceOf(IOException.class);
            }

            try (Server again = Server.on(data, WITHOUT_PYTHON)) {
                assertThat(Files.readString(data.resolve("secret"))).isEqualTo(secret);
                assertThat(draft(again, cookie(data))).isEqualTo("x = 1");
                assertThat(data.resolve("scratch")).doesNotExist();
                assertThat(data).isDirectoryNotContaining("glob:**/secret.*");
                assertThat(command(data, "restore", "--yes", backup.toString()))
                        .anyMatch(line -> line.startsWith("The backup") && line.contains("2 learners"));
            }
        }
    }

    /** The backup of an installation with a long history. */
    private void large(Path backup) throws Exception {
        Path data = folder.resolve("large");
        LearnerId busy = LearnerId.random();
        try (ConfigurableApplicationContext store =
                Databases.open(new DataFolder(data).databaseUrl(), Clock.systemUTC())) {
            Drafts drafts = store.getBean(Drafts.class);
            drafts.replace(busy, "zero_pad", "y = 1", "y = 0", KeptText.Reason.STARTED_OVER);
            drafts.replace(learner, "zero_pad", "y = 1", "y = 0", KeptText.Reason.STARTED_OVER);
            int copies = JdbcClient.create(store.getBean(DataSource.class))
                    .sql("insert into history (id, learner, exercise, kind, made_at, text)"
                            + " select random_uuid(), learner, exercise, kind, made_at, repeat('# again', 100)"
                            + " from history, system_range(1, :more) where learner = :busy")
                    .param("more", TEXTS)
                    .param("busy", busy.value())
                    .update();
            assertThat(copies).isEqualTo(TEXTS);
        }
        command(data, "backup", backup.toString());
    }
}
