package org.stride.learner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.stride.learner.Attempt;
import org.stride.learner.Edit;
import org.stride.learner.Entry;
import org.stride.learner.Keeping;
import org.stride.learner.LearnerId;
import org.stride.learner.Saving;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.Summary;
import org.stride.learner.Telling;

/** A PostgreSQL that is stopped and started again under the store. */
class DatabaseAwayTest {
    private static final LearnerId LEARNER = LearnerId.random();

    static final Telling TOLD =
            new Telling(true, new Telling.Count(1, 1), new Telling.Count(1, 1), "all", null, List.of());

    @TempDir
    private Path folder;

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    static Attempt attempt(String exercise) {
        return attempt(exercise, "pass");
    }

    private static Attempt attempt(String exercise, String code) {
        return new Attempt.OfCode(
                UUID.randomUUID(),
                exercise,
                Instant.parse("2026-03-01T12:00:00Z"),
                Duration.ofMillis(5),
                TOLD,
                Attempt.Source.TYPED,
                code);
    }

    private static Duration taken(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void whatIsDoneMeanwhileArrivesOnceAndNobodyWaitsLong() throws IOException {
        EmbeddedPostgres server = start(0);
        int port = server.getPort();
        try (ConfigurableApplicationContext store =
                Databases.open(server.getJdbcUrl("postgres", "postgres"), Clock.systemUTC())) {
            Backlog backlog = store.getBean(Backlog.class);
            History history = store.getBean(History.class);
            Drafts drafts = store.getBean(Drafts.class);
            Attempt before = attempt("zero_pad");
            assertThat(backlog.record(LEARNER, before)).isEqualTo(Keeping.KEPT);
            assertThat(drafts.save(LEARNER, "zero_pad", new Edit("before", 0, "e", 1)))
                    .isInstanceOf(Saving.Saved.class);

            server.close();
            // The first one waits for a connection, and all others know already
            assertThatThrownBy(() -> drafts.save(LEARNER, "zero_pad", new Edit("x", 1, "e", 2)))
                    .isInstanceOf(StoreUnavailableException.class);
            Attempt first = attempt("zero_pad");
            Attempt second = attempt("zero_pad");
            Duration page = taken(() -> {
                for (int i = 0; i < 5; i++) {
                    assertThatThrownBy(() -> history.all(LEARNER)).isInstanceOf(StoreUnavailableException.class);
                }
                assertThat(backlog.record(LEARNER, first)).isEqualTo(Keeping.WAITS);
                assertThat(backlog.record(LEARNER, second)).isEqualTo(Keeping.WAITS);
            });
            assertThat(page).as("five questions and two attempts").isLessThan(Duration.ofMillis(2500));

            server = start(port);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(backlog::writeDown);

            assertThat(history.all(LEARNER).stream().map(Summary::id))
                    .containsExactly(before.id(), first.id(), second.id());
            assertThat(drafts.save(LEARNER, "zero_pad", new Edit("after", 1, "e", 3)))
                    .isInstanceOf(Saving.Saved.class);
        } finally {
            server.close();
        }
    }

    @Test
    void anAttemptThatNoDatabaseTakesDoesNotKeepOthersWaiting() {
        try (ConfigurableApplicationContext store = Databases.H2.open(Clock.systemUTC())) {
            Backlog backlog = store.getBean(Backlog.class);
            Attempt poisoned = attempt("x".repeat(65));
            Attempt next = attempt("zero_pad");

            assertThat(backlog.record(LEARNER, poisoned)).isEqualTo(Keeping.LOST);
            assertThat(backlog.record(LEARNER, next)).isEqualTo(Keeping.KEPT);

            assertThat(store.getBean(History.class).all(LEARNER))
                    .extracting(Summary::id)
                    .containsExactly(next.id());
        }
    }

    @Test
    void whatWasWrittenThoughItsAnswerWasLostIsThereOnce() {
        try (ConfigurableApplicationContext store = Databases.H2.open(Clock.systemUTC())) {
            Backlog backlog = store.getBean(Backlog.class);
            Attempt attempt = attempt("zero_pad");

            assertThat(backlog.record(LEARNER, attempt)).isEqualTo(Keeping.KEPT);
            assertThat(backlog.record(LEARNER, attempt)).isEqualTo(Keeping.KEPT);

            assertThat(store.getBean(History.class).find(LEARNER, attempt.id()))
                    .map(Entry::id)
                    .hasValue(attempt.id());
            assertThat(store.getBean(History.class).all(LEARNER)).hasSize(1);
        }
    }

    @Test
    void whileEverythingIsReplacedTheDatabaseIsAway() {
        try (ConfigurableApplicationContext store = Databases.H2.open(Clock.systemUTC())) {
            Drafts drafts = store.getBean(Drafts.class);
            Attempt attempt = attempt("zero_pad");

            store.getBean(Gate.class).whileShut(() -> {
                var other = CompletableFuture.runAsync(() -> {
                    assertThatThrownBy(() -> drafts.all(LEARNER)).isInstanceOf(StoreUnavailableException.class);
                    assertThat(store.getBean(Backlog.class).record(LEARNER, attempt))
                            .isEqualTo(Keeping.WAITS);
                });
                other.join();
            });

            assertThat(store.getBean(Backlog.class).writeDown()).isTrue();
            assertThat(store.getBean(History.class).all(LEARNER)).hasSize(1);
        }
    }

    @Test
    void whatHasNoPlaceToWaitIsToldAndWhatWaitsIsKept() {
        try (ConfigurableApplicationContext store = Databases.H2.open(Clock.systemUTC())) {
            Backlog backlog = store.getBean(Backlog.class);
            String code = "x".repeat(100_000);
            int[] waiting = new int[1];

            store.getBean(Gate.class).whileShut(() -> {
                while (backlog.record(LEARNER, attempt("zero_pad", code)) == Keeping.WAITS) {
                    waiting[0]++;
                    assertThat(waiting[0]).isLessThan(1000);
                }
                assertThat(backlog.record(LEARNER, attempt("zero_pad", code))).isEqualTo(Keeping.LOST);
            });

            assertThat(waiting[0]).isGreaterThan(100);
            assertThat(backlog.record(LEARNER, attempt("zero_pad"))).isEqualTo(Keeping.KEPT);
            assertThat(store.getBean(History.class).all(LEARNER)).hasSize(waiting[0] + 1);
        }
    }
}
