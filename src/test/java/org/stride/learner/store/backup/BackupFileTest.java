package org.stride.learner.store.backup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.learner.store.Databases;

/** What is refused, before anything is touched. */
class BackupFileTest {
    private static final int NEWEST = 2;

    @TempDir
    private Path folder;

    private Path backup = Path.of("");

    @BeforeEach
    void write() throws SQLException, IOException {
        backup = folder.resolve("backup.zip");
        try (OutputStream out = Files.newOutputStream(backup)) {
            Fixture.filled(Databases.H2).backups().write(out, new byte[32], BackupProgress.NONE);
        }
        BackupFile.open(backup, NEWEST).close();
    }

    private Doctored doctored() throws IOException {
        return Doctored.of(backup, folder.resolve("doctored.zip"));
    }

    private static void refused(Path file, String why) {
        assertThatThrownBy(() -> BackupFile.open(file, NEWEST).close())
                .isInstanceOf(BackupException.class)
                .hasMessageContaining(why);
    }

    @Test
    void whatIsNoZip() throws IOException {
        refused(Files.writeString(folder.resolve("text"), "no zip"), "is damaged, or is none");
        refused(Files.createFile(folder.resolve("empty")), "is damaged, or is none");
        refused(folder.resolve("nothing"), "there is no file");
    }

    @Test
    void whatIsCutOff() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(backup.toFile(), "rw")) {
            file.setLength(file.length() - 10);
        }
        refused(backup, "is damaged");
    }

    /** Every byte of it, one after the other; what changes nothing that is read may pass. */
    @Test
    void noFlippedByteGetsAnotherContentThrough() throws IOException {
        byte[] whole = Files.readAllBytes(backup);
        Path flipped = folder.resolve("flipped.zip");
        int refused = 0;
        for (int at = 0; at < whole.length; at += 7) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x55;
            Files.write(flipped, bytes);
            try (BackupFile file = BackupFile.open(flipped, NEWEST);
                    BackupFile original = BackupFile.open(backup, NEWEST)) {
                org.assertj.core.api.Assertions.assertThat(file.manifest()).isEqualTo(original.manifest());
            } catch (BackupException e) {
                refused++;
            }
        }
        org.assertj.core.api.Assertions.assertThat(refused).isGreaterThan(whole.length / 7 / 2);
    }

    @Test
    void aRowMoreOrLessOrOther() throws IOException {
        refused(
                doctored().with("tables/hint_taken.jsonl", "").write(),
                "tables/hint_taken.jsonl is not what was written");
        refused(doctored().with("tables/hint_taken.jsonl", "{}\n{}\n").write(), "is not what was written");
        refused(doctored().with("secret", "00".repeat(32) + "1\n").write(), "secret is not what was written");
        refused(doctored().without("tables/draft.jsonl").write(), "does not hold the files");
        refused(doctored().with("tables/more.jsonl", "").write(), "does not hold the files");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "../evil",
                "/etc/passwd",
                "tables/../../evil.jsonl",
                "tables\\evil.jsonl",
                "tables/Draft.jsonl",
                "a\u001b[2J"
            })
    void aNameThatIsNone(String name) throws IOException {
        refused(doctored().with(name, "").write(), "holds a file called");
    }

    @Test
    void aHundredFiles() throws IOException {
        Doctored doctored = doctored();
        for (int i = 0; i < 100; i++) {
            doctored.with("tables/t" + i + ".jsonl", "");
        }
        refused(doctored.write(), "holds 108 files");
    }

    @Test
    void aManifestThatIsNone() throws IOException {
        refused(doctored().without("manifest.json").write(), "holds no manifest.json");
        refused(doctored().with("manifest.json", "{").write(), "manifest cannot be read");
        refused(doctored().with("manifest.json", "{}").write(), "manifest");
        refused(doctored().with("manifest.json", " ".repeat(1 << 21)).write(), "manifest.json is too long");
    }

    @Test
    void whatANewerStrideHasMade() throws IOException {
        refused(
                doctored()
                        .manifest(text -> text.replace("\"schema\" : 2", "\"schema\" : 3"))
                        .write(),
                "was made by a newer Stride, 0.1");
        refused(
                doctored()
                        .manifest(text -> text.replace("\"format\" : 1", "\"format\" : 2"))
                        .write(),
                "was made by a newer Stride, 0.1");
    }

    @Test
    void aLineThatNeverEnds() throws IOException {
        refused(
                doctored()
                        .with("tables/hint_taken.jsonl", "x".repeat((1 << 25) + 1))
                        .write(),
                "a line of it never ends");
    }
}
