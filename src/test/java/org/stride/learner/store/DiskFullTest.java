package org.stride.learner.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.stride.installation.DataFolder;
import org.stride.learner.Attempt;
import org.stride.learner.Draft;
import org.stride.learner.Edit;
import org.stride.learner.Keeping;
import org.stride.learner.LearnerId;
import org.stride.learner.StoreUnavailableException;

/** A store in a process of its own whose kernel takes no more than so many bytes of a file, until it is told otherwise. */
class DiskFullTest {
    private static final int MOST_KILOBYTES = 3000;

    @TempDir
    private Path folder;

    @Test
    void whatIsAnnouncedAsWrittenIsThereAndItGoesOnOnceThereIsRoom() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/prlimit")), "skipped: no prlimit, which gives the room back");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -S -f " + MOST_KILOBYTES * 2 + " && exec \"$@\"",
                        "sh",
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Typist.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try {
            List<String> said = conversation(process);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(said).as(String.join("\n", said)).contains("draft refused", "attempt waits", "back", "done");
        } finally {
            process.destroyForcibly();
        }

        // Whoever comes next finds all that was announced
        try (ConfigurableApplicationContext store =
                Databases.open(new DataFolder(folder).databaseUrl(), Clock.systemUTC())) {
            assertThat(store.getBean(History.class).all(Typist.LEARNER)).hasSizeGreaterThan(3);
            assertThat(store.getBean(Drafts.class)
                            .find(Typist.LEARNER, "zero_pad")
                            .map(Draft::text))
                    .hasValue("there is room again");
        }
    }

    private static List<String> conversation(Process process) throws IOException, InterruptedException {
        List<String> said = new ArrayList<>();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("typist: ")) {
                said.add(line.substring("typist: ".length()));
                if (line.endsWith("attempt waits")) {
                    new ProcessBuilder("prlimit", "--fsize=unlimited", "--pid", String.valueOf(process.pid()))
                            .inheritIO()
                            .start()
                            .waitFor();
                }
            }
        }
        return said;
    }

    /** Types until nothing more fits, and then until it fits again. */
    static final class Typist {
        static final LearnerId LEARNER =
                LearnerId.parse("11111111-1111-4111-8111-111111111111").orElseThrow();

        private final Random random = new Random(5);
        private final Drafts drafts;
        private final Backlog backlog;
        private final History history;
        private final Durability durability;
        private final List<Attempt> announced = new ArrayList<>();
        private int sequence;

        private Typist(ConfigurableApplicationContext store) {
            drafts = store.getBean(Drafts.class);
            backlog = store.getBean(Backlog.class);
            history = store.getBean(History.class);
            durability = store.getBean(Durability.class);
        }

        public static void main(String[] arguments) throws InterruptedException {
            try (ConfigurableApplicationContext store =
                    Databases.open(new DataFolder(Path.of(arguments[0])).databaseUrl(), Clock.systemUTC())) {
                new Typist(store).type();
            }
            say("done");
        }

        private static void say(String what) {
            System.out.println("typist: " + what);
            System.out.flush();
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            while (text.length() < 60_000) {
                text.append(Long.toString(random.nextLong(), 36).toLowerCase(Locale.ROOT));
            }
            return text.toString();
        }

        private boolean save(String text) {
            try {
                drafts.save(LEARNER, "zero_pad", new Edit(text, 0, "typist", ++sequence));
                durability.force();
                return true;
            } catch (StoreUnavailableException e) {
                return false;
            }
        }

        private boolean attempt() {
            Attempt attempt = new Attempt.OfCode(
                    java.util.UUID.randomUUID(),
                    "zero_pad",
                    java.time.Instant.now(Clock.systemUTC()),
                    java.time.Duration.ZERO,
                    DatabaseAwayTest.TOLD,
                    Attempt.Source.TYPED,
                    text());
            announced.add(attempt);
            return backlog.record(LEARNER, attempt) == Keeping.KEPT;
        }

        private void type() throws InterruptedException {
            save("the first");
            while (attempt()) {
                // Until the disk is full
            }
            if (!save(text())) {
                say("draft refused");
            }
            say("attempt waits");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!backlog.writeDown() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            while (!save("there is room again") && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            List<java.util.UUID> there = history.all(LEARNER).stream()
                    .map(org.stride.learner.Summary::id)
                    .toList();
            say(
                    there.equals(announced.stream().map(Attempt::id).toList())
                            ? "back"
                            : "lost: " + there.size() + " of " + announced.size());
        }
    }
}
