package org.stride.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            student_07.ipynb         | student_07.ipynb
            ../../x.py               | x.py
            C:\\x\\y.py              | y.py
            /                        | file
            a/..                     | file
            ""                       | file
            "  "                     | file
            übung 3 (1).ipynb        | übung 3 (1).ipynb
            卷积.ipynb                | 卷积.ipynb
            """)
    void aNameIsTheLastPartOfAPath(String name, String shown) {
        assertThat(FileNames.shown(name)).isEqualTo(shown);
    }

    @Test
    void whatCannotBeSeenIsLeftOut() {
        assertThat(FileNames.shown("a\r\nSet-Cookie: x\u0000\u001b[31m\u202egnp.py\ud800"))
                .isEqualTo("aSet-Cookie: x[31mgnp.py");
    }

    @Test
    void aNameIsNoLongerThanALine() {
        assertThat(FileNames.shown("a".repeat(10_000))).hasSize(100);
        assertThat(FileNames.shown(null)).isEqualTo("file");
    }
}
