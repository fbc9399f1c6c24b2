package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandedInTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private HandedIn handedIn() {
        return HandedIn.in(folder, List.of("zero_pad", "pool_forward"));
    }

    @Test
    void asManyAsCanBeJudgedAreAllTaken() throws IOException {
        for (int number = 0; number < HandedIn.MOST; number++) {
            write("%02d.py".formatted(number), "");
        }

        assertThat(handedIn().files()).hasSize(HandedIn.MOST);
        assertThat(handedIn().leftOut()).isZero();
    }

    @Test
    void ofTooManyThoseComeFirstThatDefineAFunction() throws IOException {
        for (int number = 0; number < 60; number++) {
            write("library/%02d.py".formatted(number), number == 7 ? "" : "import zero_pad\n");
        }
        Path notebook = write(
                "work.ipynb",
                "{'cells': [{'cell_type': 'code', 'source': ['x = 1\\n', 'def pool_forward(A_prev):\\n', '  pass']}]}"
                        .replace('\'', '"'));
        Path script = write("z.py", "def zero_pad(X, pad):\n    return X\n");

        HandedIn handedIn = handedIn();

        assertThat(handedIn.files()).hasSize(HandedIn.MOST).startsWith(notebook, script);
        assertThat(handedIn.all()).isEqualTo(62);
        assertThat(handedIn.leftOut()).isEqualTo(42);
    }

    @Test
    void theNamesOfOtherFilesAreTheFirstFew() throws IOException {
        write("b/answers.pdf", "");
        write("work.docx", "");
        write(".DS_Store", "");
        assertThat(HandedIn.names(folder)).containsExactly("b/answers.pdf", "work.docx");
        for (int number = 0; number < 30; number++) {
            write("a%02d.png".formatted(number), "");
        }

        assertThat(HandedIn.names(folder)).hasSize(10).startsWith("a00.png");
    }
}
