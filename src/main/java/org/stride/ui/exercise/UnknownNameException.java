package org.stride.ui.exercise;

import com.vaadin.flow.router.NotFoundException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A link names something that does not exist: an exercise, a chapter, a card, or an entry of the history. */
public final class UnknownNameException extends NotFoundException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String name;
    private final @Nullable String exercise;

    private UnknownNameException(String kind, String name, @Nullable String exercise) {
        super(kind + " " + name);
        this.kind = kind;
        this.name = name;
        this.exercise = exercise;
    }

    public static UnknownNameException exercise(String name) {
        return new UnknownNameException("exercise", name, null);
    }

    public static UnknownNameException chapter(String name) {
        return new UnknownNameException("chapter", name, null);
    }

    static UnknownNameException card(String letter, String exercise) {
        return new UnknownNameException("card", letter, exercise);
    }

    /** Somebody else's does not exist either. */
    public static UnknownNameException entry(String id, String exercise) {
        return new UnknownNameException("entry", id, exercise);
    }

    /** The last part of the text's key. */
    public String kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    /** The exercise that does exist, if any. */
    public Optional<String> exercise() {
        return Optional.ofNullable(exercise);
    }
}
