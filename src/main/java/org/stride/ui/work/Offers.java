package org.stride.ui.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.grading.file.Outline;
import org.stride.grading.file.TakenApart;
import org.stride.learner.Edit;
import org.stride.notebook.SourceFile;
import org.stride.notebook.SourceFiles;
import org.stride.ui.work.Offer.State;

/** Compares a file with the drafts. */
final class Offers {
    private final SourceFile file;
    private final TakenApart parts;
    private final Map<String, String> drafts;
    /** By the cell's place, the exercise whose present text it is. */
    private final Map<Integer, String> known = new HashMap<>();

    private Offers(SourceFile file, TakenApart parts, Map<String, String> drafts) {
        this.file = file;
        this.parts = parts;
        this.drafts = drafts;
    }

    /**
     * For every step what the file has for it.
     *
     * @param drafts by the exercise's name
     */
    static List<Offer> of(SourceFile file, TakenApart parts, Map<String, String> drafts, Catalogue catalogue) {
        Offers offers = new Offers(file, parts, drafts);
        catalogue.exercises().forEach(offers::findCell);
        return catalogue.exercises().stream().map(offers::offer).toList();
    }

    /** A cell that is a draft to the letter is that draft, whatever else is in it, be it no Python. */
    private void findCell(Exercise exercise) {
        String present = plain(present(exercise));
        for (int cell = 0; cell < file.cells().size() && !present.isEmpty(); cell++) {
            if (plain(file.cells().get(cell).source()).equals(present)) {
                known.put(cell, exercise.name());
            }
        }
    }

    private Offer offer(Exercise exercise) {
        Optional<Outline.Function> function = parts.outline().find(exercise.name());
        String draft = drafts.get(exercise.name());
        if (draft != null && isKnown(exercise, function.orElse(null))) {
            return offer(exercise, State.SAME, "");
        }
        if (function.isEmpty()) {
            return offer(exercise, State.ABSENT, "");
        }
        String text = parts.texts().getOrDefault(exercise.name(), "");
        if (function.get().unsolved() || text.isEmpty()) {
            return offer(exercise, State.UNSOLVED, "");
        }
        if (text.length() > Edit.MAX_LENGTH) {
            return offer(exercise, State.TOO_LONG, "");
        }
        if (plain(text).equals(plain(present(exercise)))) {
            return offer(exercise, State.SAME, "");
        }
        return offer(exercise, draft == null ? State.NEW : State.DIFFERS, text);
    }

    /** Whether the draft is in the file, and is what counts there: its function does not stand in a cell of its own further down. */
    private boolean isKnown(Exercise exercise, Outline.@Nullable Function function) {
        return known.containsValue(exercise.name())
                && (function == null || known.containsKey(function.origin().cell()));
    }

    private Offer offer(Exercise exercise, State state, String text) {
        return new Offer(exercise, state, text, present(exercise), drafts.get(exercise.name()));
    }

    private String present(Exercise exercise) {
        return drafts.getOrDefault(exercise.name(), exercise.worksheet().starter());
    }

    /** Files lose line ends, and what no encoding can write; notebooks also what is empty around a cell. */
    private static String plain(String text) {
        return SourceFiles.asRead(text).strip();
    }

    /** Functions that are none of the course's, by their names. */
    static List<String> others(TakenApart parts) {
        List<String> names = new ArrayList<>();
        parts.outline().others().forEach(other -> names.add(other.name()));
        return names;
    }
}
