package org.stride.ui.history;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.learner.Draft;
import org.stride.learner.Edit;
import org.stride.learner.Entry;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.LearnerId;
import org.stride.learner.Saving;
import org.stride.learner.Summary;
import org.stride.learner.store.Drafts;
import org.stride.learner.store.History;

/** Where histories are looked up; one for all learners. */
@SpringComponent
class Archive {
    private final Catalogue catalogue;
    private final History history;
    private final Drafts drafts;
    private final Clock clock;

    Archive(Catalogue catalogue, History history, Drafts drafts, Clock clock) {
        this.catalogue = catalogue;
        this.history = history;
        this.drafts = drafts;
        this.clock = clock;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Clock clock() {
        return clock;
    }

    /** The newest first. */
    List<Summary> entries(LearnerId learner, Exercise exercise) {
        return history.of(learner, exercise.name()).reversed();
    }

    Optional<Entry> find(LearnerId learner, UUID id) {
        return history.find(learner, id);
    }

    Optional<Entry> textBefore(LearnerId learner, Summary entry) {
        return history.textBefore(learner, entry);
    }

    Optional<Draft> draft(LearnerId learner, Exercise exercise) {
        return drafts.find(learner, exercise.name());
    }

    List<Draft> undecided(LearnerId learner, Exercise exercise) {
        return drafts.undecided(learner).stream()
                .filter(draft -> draft.exercise().equals(exercise.name()))
                .toList();
    }

    /** Makes an older text the draft. */
    void restore(LearnerId learner, Exercise exercise, String text) {
        String present = draft(learner, exercise).map(Draft::text).orElse(text);
        drafts.replace(learner, exercise.name(), text, present, Reason.RESTORED);
    }

    /**
     * Makes a text that was typed elsewhere the draft, or leaves the present one; says whether nothing came between.
     *
     * @param revision of the draft that the learner saw beside it; 0 if there was none
     */
    boolean choose(LearnerId learner, Draft elsewhere, long revision, boolean takeIt) {
        Edit edit = new Edit(elsewhere.text(), revision, elsewhere.editor(), elsewhere.sequence());
        return drafts.choose(learner, elsewhere.exercise(), edit, takeIt) instanceof Saving.Saved;
    }
}
