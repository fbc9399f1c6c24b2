package org.stride.learner.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.stride.installation.DataFolder;

/** A process that changes its database all the time, in several threads, is killed: what it leaves is whole. */
class WholeTransactionsTest {
    private static final int ROWS = 20;
    private static final List<UUID> LEARNERS = List.of(new UUID(1, 1), new UUID(1, 2));
    private static final Random RANDOM = new Random(20_261_121);

    @TempDir
    private Path folder;

    @RepeatedTest(2)
    void aKillInMidTransactionLeavesAllOfItOrNothingAndIndexesThatAgree() throws Exception {
        for (int kill = 0; kill < 2; kill++) {
            runAndKill(100 + RANDOM.nextInt(700));

            try (ConfigurableApplicationContext store =
                    Databases.open(new DataFolder(folder).databaseUrl(), Clock.systemUTC())) {
                JdbcOperations database = store.getBean(JdbcOperations.class);
                for (UUID learner : LEARNERS) {
                    assertThat(database.queryForList(
                                    "select distinct exercise from history where learner = ?", String.class, learner))
                            .as("of one transaction")
                            .hasSize(1);
                    assertThat(count(
                                    database,
                                    "select count(*) from history where kind = 'CODE' and learner = ?",
                                    learner))
                            .isEqualTo(ROWS);
                    // What it takes to delete a row is that each index has it
                    assertThat(store.getBean(Store.class)
                                    .change(() -> database.update("delete from history where learner = ?", learner)))
                            .isEqualTo(ROWS);
                }
                assertThat(count(database, "select count(*) from history where learner > ?", new UUID(0, 0)))
                        .isZero();
            }
        }
    }

    private static int count(JdbcOperations database, String query, UUID learner) {
        Integer count = database.queryForObject(query, Integer.class, learner);
        return count == null ? -1 : count;
    }

    private void runAndKill(int milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writers.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader()) {
            assertThat(said.lines().anyMatch(Writers.GO::equals)).isTrue();
            Thread.sleep(milliseconds);
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Each replaces the rows of one learner again and again, while all that keeps them goes on without a pause. */
    static final class Writers {
        static final String GO = "they write";

        private Writers() {}

        public static void main(String[] arguments) {
            ConfigurableApplicationContext context =
                    Databases.open(new DataFolder(Path.of(arguments[0])).databaseUrl(), Clock.systemUTC());
            Store store = context.getBean(Store.class);
            JdbcOperations database = context.getBean(JdbcOperations.class);
            Durability durability = context.getBean(Durability.class);
            LEARNERS.forEach(learner -> write(store, database, learner, 0));
            durability.force();
            LEARNERS.forEach(learner -> Thread.ofPlatform().start(() -> {
                for (int times = 1; ; times++) {
                    write(store, database, learner, times);
                }
            }));
            System.out.println(GO);
            while (true) {
                durability.handOver();
                durability.forceWhatWasWritten();
                durability.compact();
            }
        }

        private static void write(Store store, JdbcOperations database, UUID learner, int times) {
            store.change(() -> {
                database.update("delete from learner where id = ?", learner);
                database.update("insert into learner (id, created_at) values (?, now())", learner);
                for (int row = 0; row < ROWS; row++) {
                    database.update(
                            "insert into history (id, learner, exercise, kind, made_at, text) values (?, ?, ?, 'CODE', now(), ?)",
                            UUID.randomUUID(),
                            learner,
                            "exercise " + times,
                            "text".repeat(times % 50));
                }
            });
        }
    }
}
