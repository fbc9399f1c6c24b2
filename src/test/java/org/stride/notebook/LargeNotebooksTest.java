package org.stride.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outputs are passed over, however large they are. */
class LargeNotebooksTest {
    private static final long OUTPUT = 200L << 20;

    /** What the start of a file and its text take, and the parser; all but some 20 MB of it is dropped at once. */
    private static final long ALLOWANCE = 128L << 20;

    /** The same text again and again, without ever being there as a whole. */
    private static InputStream repeated(String unit) {
        byte[] chunk = unit.repeat(10_000).getBytes(UTF_8);
        long times = OUTPUT / chunk.length;
        return new SequenceInputStream(Collections.enumeration(new AbstractList<InputStream>() {
            @Override
            public InputStream get(int place) {
                return new ByteArrayInputStream(chunk);
            }

            @Override
            public int size() {
                return (int) times;
            }
        }));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Reads a notebook with such outputs, and counts the bytes that reading it takes. */
    private static long read(String start, String unit, String end) throws Exception {
        InputStream stream = new SequenceInputStream(Collections.enumeration(List.of(
                text("{\"cells\": [{\"cell_type\": \"code\", \"outputs\": [" + start),
                repeated(unit),
                text(end + "], \"source\": \"a = 1\"}], \"nbformat\": 4}"))));
        var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();

        SourceFile file = SourceFiles.read("a.ipynb", stream, ReadingLimits.USUAL);

        assertThat(file.cells()).containsExactly(new CodeCell(1, "a = 1"));
        return memory.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aPictureOf200MegabytesCostsLittle() throws Exception {
        assertThat(read("{\"png\": \"", "iVBORw0KGgo/", "\"}")).isLessThan(ALLOWANCE);
    }

    @Test
    void printsOf200MegabytesCostLittle() throws Exception {
        assertThat(read("", "\"0.123 \\u001b[0m\\n\", ", "\"\"")).isLessThan(ALLOWANCE);
    }

    @Test
    void aTreeOf200MegabytesIsPassedOver() throws Exception {
        // Each name is made and dropped at once: nothing of it stays.
        assertThat(read("{", "\"some name\": [NaN, {\"b\": 1.5}], ", "\"c\": null}"))
                .isLessThan(10 * OUTPUT);
    }
}
