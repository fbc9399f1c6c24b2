package org.stride.ui.lesson;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.lesson.Lesson;
import org.stride.lesson.Lessons;
import org.stride.lesson.Lessons.Chapter;

/** The way through everything: the steps, and the chapters before, between and after them. */
@SpringComponent
public class Course {
    /** The first half of the course builds the forward pass, the second half the way back. */
    public static final int FORWARD_STEPS = 4;

    private final Catalogue catalogue;
    private final Bookshelf shelf;

    Course(Catalogue catalogue, Bookshelf shelf) {
        this.catalogue = catalogue;
        this.shelf = shelf;
    }

    /** Where one can be on the way. */
    public sealed interface Stop {
        record Step(Exercise exercise) implements Stop {}

        /** A chapter in the language of the page. */
        record Reading(Chapter chapter, Lesson lesson) implements Stop {}
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Lessons lessons(Locale language) {
        return shelf.lessons(language);
    }

    /** A chapter, if it is written. */
    public Optional<Stop.Reading> reading(Chapter chapter, Locale language) {
        return lessons(language).of(chapter).map(lesson -> new Stop.Reading(chapter, lesson));
    }

    public Optional<Stop> before(Stop stop, Locale language) {
        return beside(stop, language, -1);
    }

    public Optional<Stop> after(Stop stop, Locale language) {
        return beside(stop, language, 1);
    }

    private Optional<Stop> beside(Stop stop, Locale language, int distance) {
        List<Stop> stops = stops(language);
        int place = stops.indexOf(stop) + distance;
        return place < 0 || place >= stops.size() ? Optional.empty() : Optional.of(stops.get(place));
    }

    private List<Stop> stops(Locale language) {
        List<Stop> stops = new ArrayList<>();
        reading(Chapter.OPENING, language).ifPresent(stops::add);
        for (Exercise exercise : catalogue.exercises()) {
            stops.add(new Stop.Step(exercise));
            if (exercise.number() == FORWARD_STEPS) {
                reading(Chapter.BRIDGE, language).ifPresent(stops::add);
            }
        }
        reading(Chapter.CLOSING, language).ifPresent(stops::add);
        return stops;
    }
}
