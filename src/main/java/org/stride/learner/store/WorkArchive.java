package org.stride.learner.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.stride.learner.Arrival;
import org.stride.learner.Draft;
import org.stride.learner.Entry;
import org.stride.learner.HintTaken;
import org.stride.learner.LearnerId;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.TimeSpent;
import org.stride.learner.Work;

/** All of a learner's work at once: to take it elsewhere, to bring it along from there, to be forgotten. */
public final class WorkArchive {
    private final Store store;
    private final LearnerRepository learners;
    private final DraftRepository drafts;
    private final OtherDraftRepository others;
    private final HistoryRepository history;
    private final HintRepository hints;
    private final TimeRepository times;
    private final Backlog backlog;
    private final Stopwatch stopwatch;
    private final Durability durability;
    private final Forgotten forgotten;
    private final Clock clock;

    WorkArchive(
            Store store,
            LearnerRepository learners,
            DraftRepository drafts,
            OtherDraftRepository others,
            HistoryRepository history,
            HintRepository hints,
            TimeRepository times,
            Backlog backlog,
            Stopwatch stopwatch,
            Durability durability,
            Forgotten forgotten,
            Clock clock) {
        this.store = store;
        this.learners = learners;
        this.drafts = drafts;
        this.others = others;
        this.history = history;
        this.hints = hints;
        this.times = times;
        this.backlog = backlog;
        this.stopwatch = stopwatch;
        this.durability = durability;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    /** Everything, up to now. */
    public Work of(LearnerId learner) {
        backlog.writeDown();
        stopwatch.flush();
        return store.in(() -> read(learner));
    }

    /** What work from elsewhere would add; nothing is changed. */
    public Arrival preview(LearnerId learner, Work work) {
        return store.in(() -> plan(learner, work).arrival());
    }

    /** Takes over work from elsewhere, all or nothing. A second time it changes nothing. */
    public Arrival take(LearnerId learner, Work work) {
        Arrival arrival = store.in(() -> {
            learners.insertIfNew(learner.value(), Objects.requireNonNull(clock.instant()));
            var unused = learners.lock(learner.value());
            Merge plan = plan(learner, work);
            write(learner, plan);
            return plan.arrival();
        });
        durability.force();
        return arrival;
    }

    /**
     * Deletes everything; who comes again is somebody new.
     *
     * @throws StoreUnavailableException if it cannot be deleted: everything is as it was
     */
    public void forget(LearnerId learner) {
        forgotten.add(learner);
        try {
            store.run(() -> learners.delete(learner.value()));
        } catch (StoreUnavailableException e) {
            forgotten.remove(learner);
            throw e;
        }
        backlog.forget(learner);
        stopwatch.forget(learner);
        durability.written();
    }

    private Merge plan(LearnerId learner, Work work) {
        return new Merge(read(learner), work);
    }

    /** Drafts first: what is replaced meanwhile is then in the history too, rather than in neither. */
    private Work read(LearnerId learner) {
        List<Draft> own =
                drafts.all(learner.value()).stream().map(DraftRow::draft).toList();
        List<Draft> undecided =
                others.all(learner.value()).stream().map(DraftRow::draft).toList();
        List<Entry> entries =
                history.all(learner.value()).stream().map(History::entry).toList();
        return new Work(
                own,
                undecided,
                entries,
                hints.all(learner.value()).stream()
                        .map(row -> new HintTaken(row.exercise(), row.hint(), row.takenAt()))
                        .toList(),
                times.all(learner.value()).stream()
                        .map(row -> new TimeSpent(row.exercise(), row.onDay(), Duration.ofMillis(row.millis())))
                        .toList());
    }

    private void write(LearnerId learner, Merge plan) {
        plan.drafts()
                .forEach(draft -> drafts.insert(
                        learner.value(),
                        draft.exercise(),
                        Escapes.escape(draft.text()),
                        1,
                        draft.savedAt(),
                        Drafts.OURSELVES,
                        0));
        for (Merge.Place place : plan.history()) {
            if (!place.isNew()) {
                // It comes again with a number behind those before it
                history.delete(learner.value(), place.entry().id());
            }
            history.save(History.row(learner, place.entry()));
        }
        plan.hints().forEach(hint -> hints.insertIfNew(learner.value(), hint.exercise(), hint.hint(), hint.at()));
        plan.times().forEach(time -> {
            times.insertIfNew(learner.value(), time.exercise(), time.day());
            times.atLeast(
                    learner.value(), time.exercise(), time.day(), time.time().toMillis());
        });
    }
}
