package org.stride.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;

/** The lessons of the course in one language; one that is not written in it is there in English. */
public final class Lessons {
    private final Map<String, Lesson> lessons;

    private Lessons(Map<String, Lesson> lessons) {
        this.lessons = Map.copyOf(lessons);
    }

    /** What is read before the first step, between two of them, and after the last. */
    public enum Chapter {
        OPENING,
        BRIDGE,
        CLOSING;

        /** Its name in addresses and files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Chapter> of(String word) {
            return Optional.of(word)
                    .filter(w -> w.equals(w.toLowerCase(Locale.ROOT)))
                    .flatMap(w -> Arrays.stream(values())
                            .filter(chapter -> chapter.word().equals(w))
                            .findFirst());
        }
    }

    /**
     * Reads and checks every lesson.
     *
     * @throws LessonException naming file and line, if one is broken
     */
    public static Lessons load(Catalogue catalogue, Locale language) {
        return load(catalogue, language, Lessons::resource);
    }

    /** The same from files of the caller's: each path, such as {@code lessons/bridge_en.md}, gives a text, or null. */
    public static Lessons load(Catalogue catalogue, Locale language, Function<String, @Nullable String> files) {
        Map<String, Lesson> lessons = new HashMap<>();
        for (Exercise exercise : catalogue.exercises()) {
            find(catalogue, stem(exercise), language, files).ifPresent(l -> lessons.put(stem(exercise), l));
        }
        for (Chapter chapter : Chapter.values()) {
            find(catalogue, stem(chapter), language, files).ifPresent(l -> lessons.put(stem(chapter), l));
        }
        return new Lessons(lessons);
    }

    public Optional<Lesson> of(Exercise exercise) {
        return Optional.ofNullable(lessons.get(stem(exercise)));
    }

    public Optional<Lesson> of(Chapter chapter) {
        return Optional.ofNullable(lessons.get(stem(chapter)));
    }

    /** A lesson's file without its language and ending. */
    static String stem(Exercise exercise) {
        return "exercises/" + exercise.name() + "/lesson";
    }

    static String stem(Chapter chapter) {
        return "lessons/" + chapter.word();
    }

    static String file(String stem, Locale language) {
        return stem + "_" + language.getLanguage() + ".md";
    }

    private static Optional<Lesson> find(
            Catalogue catalogue, String stem, Locale language, Function<String, @Nullable String> files) {
        Optional<Lesson> own = parse(catalogue, file(stem, language), files);
        return own.isPresent() ? own : parse(catalogue, file(stem, Locale.ENGLISH), files);
    }

    private static Optional<Lesson> parse(Catalogue catalogue, String file, Function<String, @Nullable String> files) {
        return Optional.ofNullable(files.apply(file)).map(text -> Lesson.parse(file, text, catalogue));
    }

    static @Nullable String resource(String path) {
        try (InputStream stream = Lessons.class.getResourceAsStream("/" + path)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + path, e);
        }
    }
}
