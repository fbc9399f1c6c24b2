package org.stride.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    private static final Lesson SAMPLE = Samples.lesson();

    private static Lesson claiming(String words) {
        return LessonChecks.parse("f.md", "# F\n\n" + Samples.FIGURE + "\n" + words + "\n");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2+3*4             | 14
            (2+3)*4           | 20
            10-4-3            | 3
            12/4/3            | 1
            -2*-3             | 6
            1.5+0.25          | 1.75
            floor(7/2)        | 3
            floor(-0.5)       | -1
            size(7,3,0,2)     | 3
            size(8,3,1,2)     | 4
            edge.Z[0,0]       | -5
            edge.A_prev[1,2]  | 8
            edge.b            | 0
            edge.stride       | 1
            sum(edge.A_prev)  | 29
            sum(edge.A_prev[1]) | 14
            max(edge.A_prev)  | 8
            min(edge.W)       | -1
            mean(edge.W)      | 0
            count(edge.W,-1)  | 3
            3*(edge.A_prev[0,0]+1) | 12
            """)
    void expressionsAreComputed(String expression, double value) {
        assertThat(Claims.value(SAMPLE, expression)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2+             | expected more after '2+'
            2 3            | expected nothing more after '2', got '3'
            (2             | expected ')' after '(2'
            *2             | expected a number, a function or a figure after '', got '*'
            1/0            | division by zero in 1/0
            root(4)        | no function is named root: there are floor, size, sum, max, min, mean, count
            size(3,2)      | size takes 4 arguments, got 2
            edges.Z[0,0]   | no figure is named edges, only [edge]
            edge.Q         | figure edge has no array Q
            edge.Z         | edge.Z is an array of shape (1, 1): one index per axis picks a cell
            edge.Z+1       | edge.Z+1 computes with an array of shape (1, 1): one index per axis picks a cell
            edge.Z[0]      | edge.Z[0] is an array of shape (1,): one index per axis picks a cell
            """)
    void whatCannotBeComputedIsExplained(String expression, String message) {
        assertThatThrownBy(() -> Claims.value(SAMPLE, expression)).hasMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[-5](=edge.Z[0,0])",
                "[−5](=edge.Z[0,0])",
                "[0.33](=1/3)",
                "[0.3](=1/3)",
                "[27,657,000](=27657000)",
                "[2.50](=5/2)",
            })
    void aRightClaimIsAccepted(String claim) {
        assertThat(Claims.faults(claiming(claim))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            [-4](=edge.Z[0,0])   | f.md:10: [-4](=edge.Z[0,0]) must show -5
            [0.34](=1/3)         | f.md:10: [0.34](=1/3) must show 0.3333333333333333
            [3](=5/2)            | f.md:10: [3](=5/2) must show 2.5
            [five](=2+3)         | f.md:10: [five](=2+3) must show one number, such as -2.5
            [1](=edges.Z[0,0])   | f.md:10: [1](=edges.Z[0,0]) cannot be computed: no figure is named edges, only [edge]
            [1](=edge.Z[0,7])    | f.md:10: [1](=edge.Z[0,7]) cannot be computed: index 7 is outside axis 0 of shape (1,)
            """)
    void aWrongClaimIsNamedByFileAndLine(String claim, String fault) {
        assertThat(Claims.faults(claiming(claim))).containsExactly(fault);
    }

    @Test
    void theClaimOfACaptionIsHeldToo() {
        Lesson lesson = LessonChecks.parse("f.md", "# F\n\n" + Samples.FIGURE.replace("[-5]", "[-6]"));

        assertThat(Claims.faults(lesson)).containsExactly("f.md:3: [-6](=edge.Z[0,0]) must show -5");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "A 3×3 window, 3 × 3 × 3 products, an image 32×32.",
                "In step 3, and in Steps 1 to 4.",
                "第 3 步和第1、2步",
                "Since 2017.",
                "`pad = 3` and $p = 1$ and [9](=3*3).",
                "No digit at all.",
            })
    void digitsThatFollowFromNothingMayStand(String words) {
        assertThat(LessonChecks.unclaimedDigits(claiming(words))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            That makes 9 products.       | f.md:10: 9 is no claim: write [9](=…), or a word, or put it into code
            One line\\nand *2.5* more.   | f.md:11: 2.5 is no claim: write [2.5](=…), or a word, or put it into code
            ## 3 channels\\n\\nWords.    | f.md:10: 3 is no claim: write [3](=…), or a word, or put it into code
            ９ 个                         | f.md:10: ９ is no claim: write [９](=…), or a word, or put it into code
            step 27                      | f.md:10: 27 is no claim: write [27](=…), or a word, or put it into code
            - One\\n- or 3000          | f.md:11: 3000 is no claim: write [3000](=…), or a word, or put it into code
            """)
    void everyOtherDigitIsRefused(String words, String fault) {
        assertThat(LessonChecks.unclaimedDigits(claiming(words.replace("\\n", "\n"))))
                .containsExactly(fault);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            [1,5,8]         | [1,5,9]         | figures [edge conv_forward
            name: edge      | name: edge2     | figures [edge2 conv_forward
            = 1             | = 1 $$\\n\\n$$ 2 | 3 formulas on lines of their own, not 2
            [3](=edge       | [5](=5+0*edge   | no claim of [edge.A_prev[0,0]]
            ## The traps    | ### The traps   | 4 sections, not 5
            """)
    void twoLanguagesThatSayDifferentThingsAreTold(String part, String replacement, String fault) {
        Lesson other =
                LessonChecks.parse("sample_zh.md", Samples.LESSON.replace(part, replacement.replace("\\n", "\n")));

        assertThat(LessonChecks.differences(SAMPLE, other))
                .anySatisfy(told -> assertThat(told)
                        .startsWith("sample_zh.md differs from sample_en.md: ")
                        .contains(fault));
        assertThat(LessonChecks.differences(SAMPLE, SAMPLE)).isEmpty();
    }

    @Test
    void wordsAreCountedWithoutCodeAndFormulas() {
        assertThat(LessonChecks.wordCount(claiming("Two words, `not code`, $no formula$, [9](=3*3)…")))
                .isEqualTo("window gives A 3×3 one number -5".split(" ").length + 1 + "Two words 9".split(" ").length);
    }
}
