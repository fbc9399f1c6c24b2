package org.stride.learner.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stride.learner.store.Databases;

class BackupsTest {
    private static final byte[] SECRET = new byte[32];

    @TempDir
    private Path folder;

    private Path write(Backups backups, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            backups.write(out, SECRET, BackupProgress.NONE);
        }
        return file;
    }

    private static void replace(Backups backups, Path file) throws IOException {
        try (BackupFile backup = backups.open(file)) {
            backups.replace(backup, SECRET, UUID.randomUUID(), new NoSafety(), BackupProgress.NONE);
        }
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"H2, H2", "H2, POSTGRESQL", "POSTGRESQL, H2", "POSTGRESQL, POSTGRESQL"})
    void everyRowArrives(Databases from, Databases to) throws IOException, SQLException {
        Fixture source = Fixture.filled(from);
        Fixture target = Fixture.filled(to);
        target.execute("delete from hint_taken", "update draft set text = 'other'");

        Path backup = write(source.backups(), "one.zip");
        replace(target.backups(), backup);

        assertThat(target.rows()).isEqualTo(source.rows());
        // The very same lines, whichever database wrote them
        Path again = write(target.backups(), "two.zip");
        try (BackupFile first = source.backups().open(backup);
                BackupFile second = target.backups().open(again)) {
            assertThat(second.manifest().entries()).isEqualTo(first.manifest().entries());
            assertThat(second.manifest().learners()).isEqualTo(2);
            assertThat(second.manifest().attempts()).isEqualTo(2);
            assertThat(second.secret()).isEqualTo(SECRET);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Databases.class)
    void afterARestoreTheNumbersGoOn(Databases database) throws IOException, SQLException {
        Fixture fixture = Fixture.filled(database);
        replace(fixture.backups(), write(fixture.backups(), "one.zip"));

        fixture.execute("insert into history (id, learner, exercise, kind, made_at) values"
                + " ('cccccccc-0000-4000-8000-000000000001', '11111111-1111-4111-8111-111111111111', 'zero_pad',"
                + " 'restored', '2020-01-01 00:00:00+00')");

        assertThat(fixture.strings("select id from history order by number"))
                .startsWith("aaaaaaaa-0000-4000-8000-000000000001")
                .endsWith("cccccccc-0000-4000-8000-000000000001")
                .hasSize(4);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Databases.class)
    void aBackupIsOfOneMomentWhateverIsWrittenMeanwhile(Databases database) throws IOException, SQLException {
        Fixture fixture = Fixture.filled(database);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // The first progress comes before the last table is read
        Manifest manifest = fixture.backups().write(new Meddling(out, fixture), SECRET, BackupProgress.NONE);

        assertThat(fixture.strings("select id from learner")).hasSize(3);
        assertThat(manifest.learners()).isEqualTo(2);
        assertThat(manifest.entries())
                .filteredOn(entry -> entry.name().equals("tables/time_spent.jsonl"))
                .singleElement()
                .returns(1L, Manifest.Entry::rows);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Databases.class)
    void whatDoesNotFitChangesNothing(Databases database) throws IOException, SQLException {
        Fixture fixture = Fixture.filled(database);
        List<String> before = fixture.rows();
        Path backup = write(fixture.backups(), "one.zip");
        Path broken = Doctored.of(backup, folder.resolve("broken.zip"))
                .line(
                        "tables/time_spent.jsonl",
                        "{\"learner\":\"33333333-3333-4333-8333-333333333333\",\"exercise\":\"zero_pad\",\"on_day\":\"2026-01-02\",\"millis\":1}")
                .write();

        // Of a learner that there is not: the last table's, when all others are replaced already
        assertThatThrownBy(() -> replace(fixture.backups(), broken)).isInstanceOf(BackupException.class);

        assertThat(fixture.rows()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Databases.class)
    void anOlderBackupIsBroughtUpToDate(Databases database) throws IOException, SQLException {
        Fixture old = Fixture.of(Databases.H2, 1);
        Path backup = folder.resolve("old.zip");
        try (OutputStream out = Files.newOutputStream(backup)) {
            new Backups(old.source(), "0.1", Clock.systemUTC()).write(out, SECRET, BackupProgress.NONE);
        }
        Fixture target = Fixture.filled(database);
        target.execute("delete from learner");
        Path newer = folder.resolve("newer.zip");

        try (BackupFile file = target.backups().open(backup)) {
            assertThat(target.backups().older(file)).isTrue();
            target.backups().bringUpToDate(file, folder, newer);
        }
        replace(target.backups(), newer);

        assertThat(target.rows()).isEqualTo(old.rows());
        assertThat(folder).isDirectoryNotContaining("glob:**/restore*");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Databases.class)
    void othersWaitWhileAllIsReplaced(Databases database) throws Exception {
        Fixture fixture = Fixture.filled(database);
        Path backup = write(fixture.backups(), "one.zip");
        List<String> before = fixture.rows();
        CountDownLatch inside = new CountDownLatch(1);
        List<Throwable> failures = new ArrayList<>();
        Thread writer = new Thread(() -> {
            try {
                assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
                fixture.execute("delete from time_spent where millis = 61000");
            } catch (SQLException | InterruptedException | AssertionError e) {
                failures.add(e);
            }
        });
        writer.start();

        try (BackupFile file = fixture.backups().open(backup)) {
            fixture.backups()
                    .replace(file, SECRET, UUID.randomUUID(), new NoSafety(), (rows, of) -> inside.countDown());
        }
        writer.join();

        List<String> after = before.stream()
                .filter(row -> !(row.startsWith("time_spent ") && row.contains("millis=61000")))
                .toList();
        assertThat(after).hasSize(before.size() - 1);
        if (database == Databases.POSTGRESQL) {
            assertThat(failures).isEmpty();
            assertThat(fixture.rows()).as("it has waited").isEqualTo(after);
        } else {
            // H2 locks rows: it came after, or before, or was told to come again; never half of each
            assertThat(failures).allSatisfy(failure -> assertThat(failure).isInstanceOf(SQLException.class));
            assertThat(fixture.rows()).isIn(failures.isEmpty() ? List.of(after, before) : List.of(before));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Databases.class)
    void whatWasThereIsKept(Databases database) throws IOException, SQLException {
        Fixture fixture = Fixture.filled(database);
        Path backup = write(fixture.backups(), "one.zip");
        fixture.execute("update draft set text = 'what was there'");
        List<String> before = fixture.rows();
        Path kept = folder.resolve("kept.zip");

        try (BackupFile file = fixture.backups().open(backup)) {
            fixture.backups().replace(file, SECRET, UUID.randomUUID(), new SafetyAt(kept), BackupProgress.NONE);
        }

        assertThat(fixture.rows()).isNotEqualTo(before);
        replace(fixture.backups(), kept);
        assertThat(fixture.rows()).isEqualTo(before);
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            assertThat(zip.getEntry("secret")).isNotNull();
        }
    }

    /** Adds a learner when the first bytes of a table have gone out. */
    private static final class Meddling extends OutputStream {
        private final OutputStream out;
        private final Fixture fixture;
        private boolean done;

        Meddling(OutputStream out, Fixture fixture) {
            this.out = out;
            this.fixture = fixture;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            if (!done) {
                done = true;
                try (Connection connection = fixture.source().getConnection()) {
                    connection
                            .createStatement()
                            .execute("insert into learner (id, created_at) values"
                                    + " ('33333333-3333-4333-8333-333333333333', '2026-01-05 00:00:00+00')");
                    connection
                            .createStatement()
                            .execute("insert into time_spent (learner, exercise, on_day, millis) values"
                                    + " ('33333333-3333-4333-8333-333333333333', 'zero_pad', '2026-01-05', 1)");
                } catch (SQLException e) {
                    throw new IOException(e);
                }
            }
        }
    }

    private record SafetyAt(Path file) implements Backups.Safety {
        @Override
        public OutputStream open() throws IOException {
            return Files.newOutputStream(file);
        }

        @Override
        public void done() {}
    }

    private record NoSafety() implements Backups.Safety {
        @Override
        public OutputStream open() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void done() {}
    }
}
