package org.stride.ui.lesson;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.stride.exercise.Catalogue;
import org.stride.lesson.Lessons;

/** The lessons in every language that they are written in, read when the application starts. */
@SpringComponent
public class Bookshelf {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final Map<String, Lessons> byLanguage;

    @Autowired
    Bookshelf(Catalogue catalogue) {
        this(language -> Lessons.load(catalogue, language));
    }

    /** Of other lessons than those of the course. */
    public Bookshelf(Function<Locale, Lessons> lessons) {
        byLanguage = LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, lessons));
    }

    /** In the language of a page, else in English. */
    public Lessons lessons(Locale language) {
        Lessons english = Objects.requireNonNull(byLanguage.get(Locale.ENGLISH.getLanguage()));
        return byLanguage.getOrDefault(language.getLanguage(), english);
    }
}
