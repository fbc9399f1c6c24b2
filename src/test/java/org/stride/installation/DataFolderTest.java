package org.stride.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void theSecretIsMadeOnceAndStaysTheSame() {
        byte[] first = new DataFolder(folder.resolve("deep/down")).secret();
        byte[] second = new DataFolder(folder.resolve("deep/down")).secret();

        assertThat(first).hasSize(32).isEqualTo(second);
        assertThat(new DataFolder(folder.resolve("elsewhere")).secret()).isNotEqualTo(first);
    }

    @Test
    void nobodyElseMayReadTheSecretAndNothingHalfWrittenStays() throws IOException {
        new DataFolder(folder).secret();

        assertThat(folder).isDirectoryContaining("glob:**/secret");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatAKilledProcessLeftHalfDoneGoesWithTheNextThatTakesTheFolder() throws IOException {
        DataFolder data = new DataFolder(folder);
        Path half = Files.createFile(data.scratch().resolve("half.zip"));
        Path kept = Files.createFile(folder.resolve("before-restore.zip"));
        try (Occupancy taken = data.occupy().orElseThrow()) {
            assertThat(taken).isNotNull();
            assertThat(half).doesNotExist();
            assertThat(kept).exists();
            Path mine = Files.createFile(data.scratch().resolve("mine.zip"));

            assertThat(data.occupy()).isEmpty();
            assertThat(mine).exists();
        }
    }

    @Test
    void aFileThatHoldsNoSecretIsNamedAndLeftAsItIs() throws IOException {
        Files.writeString(folder.resolve("secret"), "not hexadecimal");

        assertThatThrownBy(() -> new DataFolder(folder).secret())
                .isInstanceOf(UnusableDataFolderException.class)
                .hasMessageContaining(folder.resolve("secret").toString());
        assertThat(folder.resolve("secret")).hasContent("not hexadecimal");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedWithItsRemedy() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> new DataFolder(file.resolve("below")).secret())
                .isInstanceOfSatisfying(
                        UnusableDataFolderException.class,
                        e -> assertThat(e.remedy()).contains("--stride.data=FOLDER"))
                .hasMessageContaining(file.resolve("below").toString());
    }

    @Test
    void dataLiesWhereTheSystemKeepsIt() {
        Path home = Path.of("/home/learner");

        assertThat(DataFolder.ofUser(Map.of(), "Linux", home)).isEqualTo(home.resolve(".local/share/stride"));
        assertThat(DataFolder.ofUser(Map.of("XDG_DATA_HOME", "/data"), "Linux", home))
                .isEqualTo(Path.of("/data/stride"));
        assertThat(DataFolder.ofUser(Map.of(), "Mac OS X", home))
                .isEqualTo(home.resolve("Library/Application Support/Stride"));
        assertThat(DataFolder.ofUser(Map.of(), "Windows 11", home)).isEqualTo(home.resolve("AppData/Roaming/Stride"));
    }
}
