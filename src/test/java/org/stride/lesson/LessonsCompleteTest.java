package org.stride.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.exercise.Exercise;

/** The course is whole: eight lessons and three chapters, in both languages. */
class LessonsCompleteTest {
    static Stream<String> files() {
        return LessonFilesTest.files();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyLessonIsWrittenInBothLanguages(String file) {
        assertThat(LessonChecks.exists(file)).isTrue();
    }

    @Test
    void aReaderOfChineseReadsNothingInEnglish() {
        Lessons lessons = Lessons.load(LessonChecks.CATALOGUE, Locale.SIMPLIFIED_CHINESE);

        for (Exercise exercise : LessonChecks.exercises()) {
            assertThat(lessons.of(exercise))
                    .hasValueSatisfying(l -> assertThat(l.file()).endsWith("_zh.md"));
        }
        for (Lessons.Chapter chapter : Lessons.Chapter.values()) {
            assertThat(lessons.of(chapter))
                    .hasValueSatisfying(l -> assertThat(l.file()).endsWith("_zh.md"));
        }
    }
}
