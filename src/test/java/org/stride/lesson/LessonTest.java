package org.stride.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stride.exercise.Exercise;

class LessonTest {
    private static final Lesson SAMPLE = Samples.lesson();

    @Test
    void aLessonHasATitleAndSections() {
        assertThat(SAMPLE.title()).isEqualTo("A sample of everything");
        assertThat(SAMPLE.sections().stream().map(Lesson.Section::title))
                .containsExactly("Why it exists", "The formula", "On real numbers", "The traps", "What to remember");
        assertThat(SAMPLE.opening()).hasSize(1);
    }

    @Test
    void everyKindOfBlockIsRead() {
        assertThat(SAMPLE.blocks().<Class<?>>map(Block::getClass).distinct())
                .containsExactlyInAnyOrder(Block.class.getPermittedSubclasses());
        assertThat(SAMPLE.words().<Class<?>>map(Inline::getClass).distinct())
                .containsExactlyInAnyOrder(Inline.class.getPermittedSubclasses());
    }

    @Test
    void aFormulaIsTakenAsItStands() {
        Lesson lesson = LessonChecks.parse("f.md", "# F\n\n$a_{i} * b_{i}*$ and\n$$ c\\_d \\\\\n e*f* $$\n");

        assertThat(lesson.words().filter(Inline.Formula.class::isInstance))
                .containsExactly(new Inline.Formula("a_{i} * b_{i}*"));
        assertThat(lesson.blocks()).contains(new Block.Formula("c\\_d \\\\\n e*f*"));
    }

    @Test
    void aLineBreakIsASpaceButNotBetweenChineseCharacters() {
        assertThat(new Inline.Text("one\ntwo", 1).joined()).isEqualTo("one two");
        assertThat(new Inline.Text("填充，\n边界", 1).joined()).isEqualTo("填充，边界");
        assertThat(new Inline.Text("填充\nzero", 1).joined()).isEqualTo("填充 zero");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Words first                      | f.md:1: must begin with a title, '# …'
            ## A section first               | f.md:1: must begin with a title, '# …'
            # A\\n\\n# B                     | f.md:3: a lesson has one title: write '##' before a section
            # A\\n\\n#### B                  | f.md:3: a lesson has paragraphs, lists, tables, quotes, fenced code, formulas, figures, and headings of up to three '#', not a heading of four or more '#'
            # A\\n\\n<b>bold</b>             | f.md:3: a line has words, emphasis, code, links, formulas and claims, not HTML
            # A\\n\\n<div>block</div>        | f.md:3: a lesson has paragraphs, lists, tables, quotes, fenced code, formulas, figures, and headings of up to three '#', not HTML
            # A\\n\\nOne\\n![p](p.png)       | f.md:4: a line has words, emphasis, code, links, formulas and claims, not an image
            # A\\n\\nIt costs 5 $            | f.md:3: a formula begins and ends with '$' within a paragraph, got: $
            # A\\n\\n$$\\nx = 1              | f.md:3: a formula that begins with '$$' must end with '$$'
            """)
    void whatALessonMayNotHoldIsNamedByFileAndLine(String text, String message) {
        assertThatThrownBy(() -> LessonChecks.parse("f.md", text.replace("\\n", "\n")))
                .isInstanceOf(LessonException.class)
                .hasMessage(message);
    }

    @Test
    void aLanguageWithoutALessonReadsItInEnglish() {
        Map<String, String> files = Map.of(
                "exercises/zero_pad/lesson_en.md", "# Zeros\n",
                "exercises/zero_pad/lesson_zh.md", "# 零\n",
                "lessons/bridge_en.md", "# Bridge\n");
        Lessons chinese = Lessons.load(LessonChecks.CATALOGUE, Locale.SIMPLIFIED_CHINESE, files::get);
        List<Exercise> exercises = LessonChecks.exercises();

        assertThat(chinese.of(exercises.getFirst()).map(Lesson::title)).hasValue("零");
        assertThat(chinese.of(Lessons.Chapter.BRIDGE).map(Lesson::title)).hasValue("Bridge");
        assertThat(chinese.of(exercises.get(1))).isEmpty();
        assertThat(Lessons.load(LessonChecks.CATALOGUE, Locale.UK, files::get)
                        .of(exercises.getFirst())
                        .map(Lesson::title))
                .hasValue("Zeros");
    }

    @Test
    void aBrokenLessonKeepsTheRestFromLoading() {
        Map<String, String> files = Map.of("exercises/zero_pad/lesson_en.md", "no title");

        assertThatThrownBy(() -> Lessons.load(LessonChecks.CATALOGUE, Locale.ENGLISH, files::get))
                .isInstanceOf(LessonException.class)
                .hasMessageStartingWith("exercises/zero_pad/lesson_en.md:1: ");
    }

    @Test
    void aChapterIsFoundByItsWordOnly() {
        assertThat(Lessons.Chapter.of("bridge")).hasValue(Lessons.Chapter.BRIDGE);
        assertThat(Lessons.Chapter.of("Bridge")).isEmpty();
        assertThat(Lessons.Chapter.of("middle")).isEmpty();
    }
}
