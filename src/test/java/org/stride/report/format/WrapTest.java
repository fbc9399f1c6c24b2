package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {
    @Test
    void linesBreakBetweenWords() {
        assertThat(Wrap.lines("one two three four", 9)).containsExactly("one two", "three", "four");
    }

    @Test
    void aLineMayBeAsLongAsTheWidth() {
        assertThat(Wrap.lines("123 56789", 9)).containsExactly("123 56789");
    }

    @Test
    void aWordThatFitsNowhereIsBroken() {
        assertThat(Wrap.lines("a bbbbbbbbbb", 4)).containsExactly("a", "bbbb", "bbbb", "bb");
    }

    @Test
    void aCharacterOfTwoUnitsIsNotBroken() {
        assertThat(Wrap.lines("😀😀😀", 2)).containsExactly("😀😀", "😀");
    }

    @Test
    void spacesInsideOfALineStay() {
        assertThat(Wrap.lines("[[1.  2.]\n [3.  4.]]", 20)).containsExactly("[[1.  2.]", " [3.  4.]]");
    }

    @Test
    void noMoreThanOneEmptyLineStands() {
        assertThat(Wrap.lines("\n\na\n\n\n\nb\n\n", 20)).containsExactly("a", "", "b");
    }

    @Test
    void anEmptyTextIsOneEmptyLine() {
        assertThat(Wrap.lines("", 20)).containsExactly("");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(String.join("", Wrap.lines("x".repeat(1_000_000), 50)))
                .hasSize(2_000)
                .endsWith("x…");
    }

    @Test
    void aTextOfManyLinesIsCut() {
        assertThat(Wrap.lines("x\n".repeat(500), 50)).hasSize(41).last().isEqualTo("…");
    }

    @Test
    void aCutTextIsAsLongAsItMayBe() {
        assertThat(Wrap.cut("😀😀😀😀", 3)).isEqualTo("😀😀…");
        assertThat(Wrap.cut("😀😀😀", 3)).isEqualTo("😀😀😀");
        assertThat(Wrap.cutFront("abcd", 3)).isEqualTo("…cd");
        assertThat(Wrap.cutFront("abc", 3)).isEqualTo("abc");
    }
}
