package org.stride.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lesson that is there, in each of its languages. */
class LessonFilesTest {
    static Stream<String> stems() {
        return LessonChecks.stems();
    }

    static Stream<String> files() {
        return stems().flatMap(stem -> Stream.of(stem + "_en.md", stem + "_zh.md"));
    }

    private static Lesson lesson(String file) {
        assumeTrue(LessonChecks.exists(file), file + " is not written");
        return LessonChecks.read(file);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyNumberIsWhatTheKernelsGive(String file) {
        assertThat(Claims.faults(lesson(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void noNumberStandsInTheWordsUnclaimed(String file) {
        assertThat(LessonChecks.unclaimedDigits(lesson(file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void allSectionsAreThere(String file) {
        Lesson lesson = lesson(file);

        assertThat(lesson.sections())
                .hasSizeGreaterThanOrEqualTo(
                        LessonChecks.isOfAnExercise(file.substring(0, file.length() - "_en.md".length()))
                                ? LessonChecks.SECTIONS
                                : 1)
                .allSatisfy(section -> assertThat(section.blocks()).isNotEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stems")
    void anEnglishLessonIsAboutTwoScreensLong(String stem) {
        assertThat(LessonChecks.wordCount(lesson(stem + "_en.md")))
                .isBetween(LessonChecks.FEWEST_WORDS, LessonChecks.MOST_WORDS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stems")
    void bothLanguagesHaveTheSameFiguresAndNumbers(String stem) {
        assertThat(LessonChecks.differences(lesson(stem + "_en.md"), lesson(stem + "_zh.md")))
                .isEmpty();
    }
}
