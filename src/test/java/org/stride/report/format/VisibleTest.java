package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
    @ParameterizedTest(name = "U+{0} is shown as {1}")
    @CsvSource({
        "0, \\x00",
        "7, \\x07",
        "8, \\x08",
        "1b, \\x1b",
        "7f, \\x7f",
        "85, \\x85",
        "9b, \\x9b",
        "ad, \\xad",
        "61c, \\u061c",
        "200b, \\u200b",
        "200e, \\u200e",
        "200f, \\u200f",
        "2028, \\u2028",
        "2029, \\u2029",
        "202a, \\u202a",
        "202e, \\u202e",
        "2066, \\u2066",
        "2069, \\u2069",
        "d800, \\ud800",
        "dfff, \\udfff",
        "fdd0, \\ufdd0",
        "feff, \\ufeff",
        "fffe, \\ufffe",
        "ffff, \\uffff",
        "1fffe, \\U0001fffe",
        "e0041, \\U000e0041"
    })
    void whatIsObeyedInsteadOfSeenIsEscaped(String codePoint, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";

        assertThat(Visible.line(text)).isEqualTo("a" + shown + "b");
        assertThat(Visible.paragraph(text)).isEqualTo("a" + shown + "b");
        assertThat(Visible.cell(text)).isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"plain text", "7 × 10 ≤ ’", "ünï", "نص فارسی\u200cها", "👩\u200d🔬😀", "\\x1b", "`code`"})
    void whatIsSeenStays(String text) {
        assertThat(Visible.line(text)).isEqualTo(text);
    }

    @Test
    void aLineHasNoBreaks() {
        assertThat(Visible.line("a\tb\r\nc\nd\re")).isEqualTo("a\\tb\\r\\nc\\nd\\re");
    }

    @Test
    void aParagraphKeepsItsBreaksButNoCarriageReturns() {
        assertThat(Visible.paragraph("a\tb\r\nc\nd\re")).isEqualTo("a    b\nc\nd\\re");
    }

    @Test
    void aCellKeepsTabsAndBreaks() {
        assertThat(Visible.cell("a\tb\r\nc\u001b")).isEqualTo("a\tb\r\nc\\x1b");
    }
}
