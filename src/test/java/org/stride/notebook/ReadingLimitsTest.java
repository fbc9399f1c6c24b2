package org.stride.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is within the limits is read, and what is beyond is refused. */
class ReadingLimitsTest {
    private static final ReadingLimits SMALL = new ReadingLimits(2000, 30, 3, 6);

    private static String code(String source) {
        return "{\"cell_type\": \"code\", \"source\": \"" + source + "\"}";
    }

    private static String cells(String... cells) {
        return "{\"cells\": [" + String.join(",", cells) + "]}";
    }

    @Test
    void noMoreCellsAreReadThanTheLimit() throws Exception {
        assertThat(read(cells(code("a"), code("b"), code("c")))).hasSize(3);
        assertRefused(
                cells(code("a"), code("b"), code("c"), code("d")),
                "The notebook has more than 3 cells, and no more are read.");
    }

    @Test
    void noMoreCodeIsReadThanTheLimit() throws Exception {
        String tooLong = "The code is longer than 30 characters, and no more is read.";

        assertThat(read(cells(code("a".repeat(15)), code("b".repeat(15))))).hasSize(2);
        assertRefused(cells(code("a".repeat(16)), code("b".repeat(15))), tooLong);
        assertRefused(cells(code("a".repeat(31))), tooLong);
        assertRefused(
                "{\"cells\": [{\"cell_type\": \"code\", \"source\": [" + "\"aaaaaaaa\",".repeat(3) + "\"aaaaaaa\"]}]}",
                tooLong);
        assertThat(read("a".repeat(30))).hasSize(1);
        assertRefused("a".repeat(31), tooLong);
        assertRefused("# a\n".repeat(400), tooLong);
    }

    @Test
    void textDoesNotCountAsCode() throws Exception {
        String text = "{\"source\": \"" + "c".repeat(15) + "\", \"cell_type\": \"markdown\"}";
        String longText = "{\"cell_type\": \"markdown\", \"source\": \"" + "c".repeat(99) + "\"}";

        assertThat(read(cells(code("a".repeat(15)), text, code("b".repeat(15)))))
                .hasSize(2);
        assertThat(read(cells(code("a".repeat(15)), longText, code("b".repeat(15)))))
                .hasSize(2);
    }

    @Test
    void nothingDeeperIsReadThanTheLimit() throws Exception {
        assertThat(read("{\"cells\": [{\"cell_type\": \"raw\", \"outputs\": [[[]]]}]}"))
                .isEmpty();
        assertRefused(
                "{\"cells\": [{\"outputs\": [[[[]]]]}]}",
                "The notebook is nested more than 6 deep, and no deeper is read.");
    }

    @Test
    void noMoreBytesAreReadThanTheLimit() {
        assertRefused(
                "{\"cells\": [], \"a\": \"" + "a".repeat(2000) + "\"",
                "The file is larger than 2,000 bytes, and no more is read. Clear the outputs, save it, and send it again.");
    }

    private static List<CodeCell> read(String content) throws Exception {
        return SourceFiles.read("a.py", new ByteArrayInputStream(content.getBytes(UTF_8)), SMALL)
                .cells();
    }

    private static void assertRefused(String content, String sentence) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(sentence);
    }

    @Test
    void limitsAreNumbersFromOneOn() {
        assertThatThrownBy(() -> new ReadingLimits(0, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReadingLimits(1, Integer.MAX_VALUE, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
