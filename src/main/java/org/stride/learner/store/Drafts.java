package org.stride.learner.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.stride.learner.Draft;
import org.stride.learner.Edit;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.LearnerId;
import org.stride.learner.Saving;

/** What stands in the editors. No text goes away that is not in the history, or put aside until the learner has chosen. */
public final class Drafts {
    /** The editor of what no editor has written. */
    static final String OURSELVES = "stride";

    /** Runs hundreds of times a second, and so without a repository around it, which takes as long as the statement. */
    private static final String GO_ON = """
            update draft set text = ?, revision = ?, saved_at = ?, editor = ?, sequence = ?
            where learner = ? and exercise = ? and revision = ?
            """;

    /** More editors than anybody has open: what they send goes to the history at once. */
    private static final int MOST_ELSEWHERE = 50;

    private final Store store;
    private final JdbcOperations database;
    private final LearnerRepository learners;
    private final DraftRepository drafts;
    private final OtherDraftRepository others;
    private final History history;
    private final Clock clock;

    Drafts(
            Store store,
            JdbcOperations database,
            LearnerRepository learners,
            DraftRepository drafts,
            OtherDraftRepository others,
            History history,
            Clock clock) {
        this.store = store;
        this.database = database;
        this.learners = learners;
        this.drafts = drafts;
        this.others = others;
        this.history = history;
        this.clock = clock;
    }

    public Optional<Draft> find(LearnerId learner, String exercise) {
        return store.read(() -> drafts.find(learner.value(), exercise).map(DraftRow::draft));
    }

    /** One for each exercise that has one. */
    public List<Draft> all(LearnerId learner) {
        return store.read(
                () -> drafts.all(learner.value()).stream().map(DraftRow::draft).toList());
    }

    /** What was typed elsewhere and still waits for the learner's choice, with revision 0. */
    public List<Draft> undecided(LearnerId learner) {
        return store.read(
                () -> others.all(learner.value()).stream().map(DraftRow::draft).toList());
    }

    /** Saves what was typed, unless something else is the draft that it did not grow out of. */
    public Saving save(LearnerId learner, String exercise, Edit edit) {
        return store.change(() -> {
            // The usual case
            Draft next = new Draft(exercise, edit.text(), edit.base() + 1, now(), edit.editor(), edit.sequence());
            if (edit.base() > 0 && goOn(learner, next)) {
                return new Saving.Saved(next);
            }
            Optional<DraftRow> found = drafts.lock(learner.value(), exercise);
            if (found.isEmpty()) {
                return new Saving.Saved(insert(learner, exercise, edit));
            }
            DraftRow current = found.get();
            boolean own = current.editor().equals(edit.editor());
            if (Escapes.escape(edit.text()).equals(current.text())) {
                // Its answer was lost, or somebody typed the very same: what that editor had before is settled too.
                others.delete(learner.value(), exercise, edit.editor());
                return new Saving.Saved(current.draft());
            }
            // An editor whose last answer was lost does not know its own last revision
            if (own && edit.sequence() > current.sequence()) {
                others.delete(learner.value(), exercise, edit.editor());
                return new Saving.Saved(update(learner, current, edit));
            }
            putAside(learner, exercise, edit);
            return new Saving.Conflict(current.draft());
        });
    }

    /**
     * Makes the learner's choice between two texts: what is not chosen goes to the history.
     *
     * @param edit the text that the learner has on screen, with the revision of the other one that was shown
     * @param mine whether it is to stay
     */
    public Saving choose(LearnerId learner, String exercise, Edit edit, boolean mine) {
        return store.change(() -> {
            Optional<DraftRow> found = drafts.lock(learner.value(), exercise);
            if (found.isEmpty()) {
                return new Saving.Saved(insert(learner, exercise, edit));
            }
            DraftRow current = found.get();
            if (current.revision() != edit.base()) {
                putAside(learner, exercise, edit);
                return new Saving.Conflict(current.draft());
            }
            others.delete(learner.value(), exercise, edit.editor());
            String escaped = Escapes.escape(edit.text());
            if (escaped.equals(current.text())) {
                return new Saving.Saved(current.draft());
            }
            history.keep(
                    learner, exercise, Reason.NOT_CHOSEN, mine ? current.draft().text() : edit.text());
            return new Saving.Saved(mine ? update(learner, current, edit) : current.draft());
        });
    }

    /**
     * Puts a text in the place of the draft, which goes to the history.
     *
     * @param onScreen what the learner sees in its place, which may be newer than the draft
     */
    public Draft replace(LearnerId learner, String exercise, String text, String onScreen, Reason reason) {
        return store.change(() -> {
            Optional<DraftRow> found = drafts.lock(learner.value(), exercise);
            // Another tab may have saved something else meanwhile
            found.map(DraftRow::draft)
                    .map(Draft::text)
                    .filter(old -> !old.equals(text) && !old.equals(onScreen))
                    .ifPresent(old -> history.keep(learner, exercise, reason, old));
            if (!onScreen.equals(text)) {
                history.keep(learner, exercise, reason, onScreen);
            }
            Edit edit = new Edit(text, 0, OURSELVES, 0);
            return found.map(current -> update(learner, current, edit))
                    .orElseGet(() -> insert(learner, exercise, edit));
        });
    }

    /** Goes on from the revision before, if that is still the latest. */
    private boolean goOn(LearnerId learner, Draft next) {
        return database.update(
                        GO_ON,
                        Escapes.escape(next.text()),
                        next.revision(),
                        Timestamp.from(next.savedAt()),
                        next.editor(),
                        next.sequence(),
                        learner.value(),
                        next.exercise(),
                        next.revision() - 1)
                == 1;
    }

    private Draft insert(LearnerId learner, String exercise, Edit edit) {
        learners.insertIfNew(learner.value(), now());
        Draft draft = new Draft(exercise, edit.text(), 1, now(), edit.editor(), edit.sequence());
        drafts.insert(
                learner.value(),
                exercise,
                Escapes.escape(draft.text()),
                draft.revision(),
                draft.savedAt(),
                draft.editor(),
                draft.sequence());
        return draft;
    }

    private Draft update(LearnerId learner, DraftRow current, Edit edit) {
        Draft draft = new Draft(
                current.exercise(), edit.text(), current.revision() + 1, now(), edit.editor(), edit.sequence());
        drafts.update(
                learner.value(),
                draft.exercise(),
                Escapes.escape(draft.text()),
                draft.revision(),
                draft.savedAt(),
                draft.editor(),
                draft.sequence());
        return draft;
    }

    private void putAside(LearnerId learner, String exercise, Edit edit) {
        UUID id = learner.value();
        String text = Escapes.escape(edit.text());
        // A text that the history has is not lost, such as one that the starter code has just taken the place of
        if (history.endsWith(learner, exercise, edit.text())) {
            return;
        }
        if (others.update(id, exercise, edit.editor(), edit.sequence(), text, now()) == 0
                && others.count(id, exercise, edit.editor()) == 0) {
            if (others.count(id, exercise) >= MOST_ELSEWHERE) {
                history.keep(learner, exercise, Reason.NOT_CHOSEN, edit.text());
                return;
            }
            others.insert(id, exercise, edit.editor(), edit.sequence(), text, now());
        }
    }

    /** As exact as both databases keep it. */
    private Instant now() {
        return Objects.requireNonNull(clock.instant()).truncatedTo(ChronoUnit.MILLIS);
    }
}
