package org.stride.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;

/** What must hold for every lesson, each as a list of faults. */
final class LessonChecks {
    static final Catalogue CATALOGUE = Catalogue.load();

    /** Five sections of an exercise’s lesson: why, the formula, real numbers, the traps, what to remember. */
    static final int SECTIONS = 5;

    static final int FEWEST_WORDS = 350;
    static final int MOST_WORDS = 900;

    /** Digits that follow from nothing: sizes such as 3×3, years, and steps of the course by their number. */
    private static final Pattern FREE = Pattern.compile("\\d+(?:\\s?×\\s?\\d+)+"
            + "|\\b(?:19|20)\\d\\d\\b"
            + "|(?i:\\bsteps?)\\s+\\d(?:\\s*(?:,|and|or|to|–)\\s*\\d)*\\b"
            + "|第\\s*\\d(?:\\s*[、到至和–]\\s*(?:第\\s*)?\\d)*\\s*步");

    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+(?:[.,]\\p{Nd}+)*");

    private LessonChecks() {}

    /** Where lessons lie, without language and ending. */
    static Stream<String> stems() {
        return Stream.concat(
                CATALOGUE.exercises().stream().map(Lessons::stem),
                Stream.of(Lessons.Chapter.values()).map(Lessons::stem));
    }

    static boolean isOfAnExercise(String stem) {
        return CATALOGUE.exercises().stream().map(Lessons::stem).anyMatch(stem::equals);
    }

    static boolean exists(String file) {
        return Lessons.resource(file) != null;
    }

    static Lesson read(String file) {
        return parse(file, Objects.requireNonNull(Lessons.resource(file)));
    }

    static Lesson parse(String file, String text) {
        return Lesson.parse(file, text, CATALOGUE);
    }

    /** Numbers in the words that are neither claims nor among those that follow from nothing. */
    static List<String> unclaimedDigits(Lesson lesson) {
        List<String> faults = new ArrayList<>();
        if (DIGITS.matcher(FREE.matcher(lesson.title()).replaceAll("")).find()) {
            faults.add(lesson.file() + ":1: the title holds a number");
        }
        lesson.words()
                .filter(Inline.Text.class::isInstance)
                .map(Inline.Text.class::cast)
                .forEach(text -> {
                    String words = FREE.matcher(text.text())
                            .replaceAll(match -> match.group().replaceAll("\\p{Nd}", "_"));
                    Matcher digits = DIGITS.matcher(words);
                    while (digits.find()) {
                        long line = text.line()
                                + words.substring(0, digits.start())
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count();
                        faults.add(lesson.file() + ":" + line + ": " + digits.group() + " is no claim: write ["
                                + digits.group() + "](=…), or a word, or put it into code");
                    }
                });
        return faults;
    }

    /** What two languages of a lesson must have in common: figures, claims, and the order of sections and blocks. */
    static List<String> differences(Lesson one, Lesson other) {
        List<String> faults = new ArrayList<>();
        String where = other.file() + " differs from " + one.file() + ": ";
        List<String> figures = one.figures().stream().map(LessonChecks::data).toList();
        List<String> otherFigures =
                other.figures().stream().map(LessonChecks::data).toList();
        if (!figures.equals(otherFigures)) {
            faults.add(where + "figures " + otherFigures + ", not " + figures);
        }
        Set<String> missing = expressions(one);
        missing.removeAll(expressions(other));
        if (!missing.isEmpty()) {
            faults.add(where + "no claim of " + missing);
        }
        Set<String> added = expressions(other);
        added.removeAll(expressions(one));
        if (!added.isEmpty()) {
            faults.add(where + "a claim of its own of " + added);
        }
        if (!formulas(one).equals(formulas(other))) {
            faults.add(where + formulas(other) + " formulas on lines of their own, not " + formulas(one));
        }
        if (one.sections().size() != other.sections().size()) {
            faults.add(where + other.sections().size() + " sections, not "
                    + one.sections().size());
        }
        return faults;
    }

    private static String data(Figure figure) {
        return figure.name() + " " + figure.operation() + " "
                + figure.inputs().stream()
                        .map(part -> part.name() + " " + part.full())
                        .toList()
                + figure.settings();
    }

    private static Set<String> expressions(Lesson lesson) {
        return lesson.claims().stream()
                .map(Inline.Claim::expression)
                .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new));
    }

    private static Long formulas(Lesson lesson) {
        return lesson.blocks().filter(Block.Formula.class::isInstance).count();
    }

    /** The words of an English lesson, numbers among them; code, formulas and figures do not count. */
    static int wordCount(Lesson lesson) {
        return (int) lesson.words()
                .filter(word -> word instanceof Inline.Text || word instanceof Inline.Claim)
                .flatMap(word -> Stream.of(Inline.plain(List.of(word)).split("[^\\p{L}\\p{Nd}’'-]+")))
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    static List<Exercise> exercises() {
        return CATALOGUE.exercises();
    }
}
