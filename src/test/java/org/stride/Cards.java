package org.stride;

import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;

/** Cards by their own names, which stay, rather than by their letters, which follow from their order. */
public final class Cards {
    private Cards() {}

    public static Choice card(Exercise exercise, String id) {
        return exercise.deck().stream()
                .filter(card -> card.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(exercise.name() + " has no card " + id));
    }

    /** What stands on it. */
    public static String code(Exercise exercise, String id) {
        return card(exercise, id).listing().code();
    }
}
