package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrideJarTest {
    @TempDir
    private Path folder;

    @Test
    void theJarThatRunsComesFirst() throws IOException {
        Path running = Jars.whole(folder.resolve("stride.jar"));
        Jars.whole(folder.resolve("target/stride.jar"));

        assertThat(StrideJar.find(running.toString(), folder.toString())).isEqualTo(running);
    }

    @Test
    void whereClassesRunItIsTheOneThatTheLauncherBuilt() throws IOException {
        Path built = Jars.whole(folder.resolve("target/stride.jar"));

        assertThat(StrideJar.find("classes:library.jar", folder.toString())).isEqualTo(built);
        assertThat(StrideJar.find(null, folder.toString())).isEqualTo(built);
    }

    @Test
    void aJarThatNeedsOthersBesideItDoesNotDo() throws IOException {
        Path built = Jars.whole(folder.resolve("target/stride.jar"));
        Path apart = Jars.apart(folder.resolve("stride.jar"));

        assertThat(StrideJar.find(apart.toString(), folder.toString())).isEqualTo(built);
        assertThatThrownBy(() -> StrideJar.find(apart.toString(), null))
                .isInstanceOf(CommandException.class)
                .hasMessage("there is no stride.jar with all that it needs: make it with ./stride build, and name it "
                        + "with --jar target/stride.jar");
    }

    @Test
    void whatIsNoJarIsNone() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

        assertThatThrownBy(() -> StrideJar.find(text.toString(), folder.toString()))
                .hasMessageContaining("make it with ./stride build");
    }
}
