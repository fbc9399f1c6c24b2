package org.stride.learner.store;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.stride.learner.Arrival;
import org.stride.learner.Draft;
import org.stride.learner.Entry;
import org.stride.learner.LearnerId;
import org.stride.learner.StoreUnavailableException;
import org.stride.learner.Work;

/** All of a learner's work at once: to take it elsewhere, to bring it along from there, to be forgotten. */
public final class WorkArchive {
    private final Store store;
    private final Tables tables;
    private final Backlog backlog;
    private final Stopwatch stopwatch;
    private final Durability durability;
    private final Forgotten forgotten;
    private final Clock clock;

    WorkArchive(
            Store store,
            Tables tables,
            Backlog backlog,
            Stopwatch stopwatch,
            Durability durability,
            Forgotten forgotten,
            Clock clock) {
        this.store = store;
        this.tables = tables;
        this.backlog = backlog;
        this.stopwatch = stopwatch;
        this.durability = durability;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    /** Where all of it is. */
    record Tables(
            LearnerRepository learners,
            DraftRepository drafts,
            OtherDraftRepository others,
            HistoryRepository history,
            HintRepository hints,
            TimeRepository times) {}

    /** Everything, up to now. */
    public Work of(LearnerId learner) {
        backlog.writeDown();
        stopwatch.flush();
        return store.read(() -> read(learner));
    }

    /** What work from elsewhere would add; nothing is changed. */
    public Arrival preview(LearnerId learner, Work work) {
        return store.read(() -> plan(learner, work).arrival());
    }

    /** Takes over work from elsewhere, all or nothing. A second time it changes nothing. */
    public Arrival take(LearnerId learner, Work work) {
        Arrival arrival = store.change(() -> {
            tables.learners().insertIfNew(learner.value(), Objects.requireNonNull(clock.instant()));
            var unused = tables.learners().lock(learner.value());
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
            store.change(() -> tables.learners().delete(learner.value()));
        } catch (StoreUnavailableException e) {
            forgotten.remove(learner);
            throw e;
        }
        backlog.forget(learner);
        stopwatch.forget(learner);
    }

    private Merge plan(LearnerId learner, Work work) {
        return new Merge(read(learner), work);
    }

    /** Drafts first: what is replaced meanwhile is then in the history too, rather than in neither. */
    private Work read(LearnerId learner) {
        List<Draft> own = tables.drafts().all(learner.value()).stream()
                .map(DraftRow::draft)
                .toList();
        List<Draft> undecided = tables.others().all(learner.value()).stream()
                .map(DraftRow::draft)
                .toList();
        List<Entry> entries = tables.history().all(learner.value()).stream()
                .map(History::entry)
                .toList();
        return new Work(
                own,
                undecided,
                entries,
                tables.hints().all(learner.value()).stream().map(HintRow::taken).toList(),
                tables.times().all(learner.value()).stream().map(TimeRow::spent).toList());
    }

    private void write(LearnerId learner, Merge plan) {
        plan.drafts()
                .forEach(draft -> tables.drafts()
                        .insert(
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
                tables.history().delete(learner.value(), place.entry().id());
            }
            tables.history().save(History.row(learner, place.entry()));
        }
        plan.hints()
                .forEach(hint -> tables.hints().insertIfNew(learner.value(), hint.exercise(), hint.hint(), hint.at()));
        plan.times().forEach(time -> {
            tables.times().insertIfNew(learner.value(), time.exercise(), time.day());
            tables.times()
                    .atLeast(
                            learner.value(),
                            time.exercise(),
                            time.day(),
                            time.time().toMillis());
        });
    }
}
