package org.stride.learner.store;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stride.learner.Arrival;
import org.stride.learner.Attempt;
import org.stride.learner.Draft;
import org.stride.learner.Entry;
import org.stride.learner.HintTaken;
import org.stride.learner.KeptText;
import org.stride.learner.KeptText.Reason;
import org.stride.learner.TimeSpent;
import org.stride.learner.Work;

/**
 * What has to be written so that work from elsewhere joins what is here. Nothing that is here is changed or lost.
 *
 * <p>Both histories keep their own order, whatever their clocks said; where they meet, the times decide, and what is here comes first.
 */
final class Merge {
    /** An entry of the history at its place: one that is new, or one that is here and has to come after it. */
    record Place(Entry entry, boolean isNew) {}

    private final Work here;
    private final Work other;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<KeptText> putAside = new ArrayList<>();
    private final List<Entry> entries;
    private final List<HintTaken> hints;
    private final List<TimeSpent> times;
    private int known;

    Merge(Work here, Work other) {
        this.here = here;
        this.other = other;
        Set<UUID> ids = new HashSet<>();
        here.history().forEach(entry -> ids.add(entry.id()));
        entries = newEntries(ids);
        decideOnDrafts(ids);
        hints = newHints();
        times = longerTimes();
    }

    /** Those of exercises that have none here. */
    List<Draft> drafts() {
        return drafts;
    }

    List<HintTaken> hints() {
        return hints;
    }

    List<TimeSpent> times() {
        return times;
    }

    Arrival arrival() {
        int attempts = (int) entries.stream().filter(Attempt.class::isInstance).count();
        return new Arrival(
                drafts.stream().map(Draft::exercise).toList(),
                putAside.stream().map(KeptText::exercise).distinct().toList(),
                attempts,
                entries.size() - attempts,
                known,
                hints.size(),
                times.size());
    }

    /** From the first new entry on, all entries in their order. */
    List<Place> history() {
        List<Entry> added = merged(entries, putAside).stream().map(Place::entry).toList();
        List<Place> all = merged(here.history(), added);
        int first = 0;
        while (first < all.size() && !all.get(first).isNew()) {
            first++;
        }
        return all.subList(first, all.size());
    }

    private List<Entry> newEntries(Set<UUID> ids) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : other.history()) {
            if (ids.add(entry.id())) {
                found.add(entry);
            } else {
                known++;
            }
        }
        return found;
    }

    private void decideOnDrafts(Set<UUID> ids) {
        Map<String, String> texts = new HashMap<>();
        here.drafts().forEach(draft -> texts.put(draft.exercise(), draft.text()));
        for (Draft draft : other.drafts()) {
            if (texts.putIfAbsent(draft.exercise(), draft.text()) == null) {
                drafts.add(draft);
            } else {
                putAside(draft, texts.get(draft.exercise()), ids);
            }
        }
        // There nobody will choose any more between these and the draft
        other.undecided().forEach(draft -> putAside(draft, texts.get(draft.exercise()), ids));
    }

    private void putAside(Draft draft, @Nullable String current, Set<UUID> ids) {
        // The same text gets the same id, so that it is kept once
        UUID id = UUID.nameUUIDFromBytes(
                ("draft/" + draft.exercise() + "/" + Escapes.escape(draft.text())).getBytes(StandardCharsets.UTF_8));
        if (!draft.text().equals(current) && ids.add(id)) {
            putAside.add(new KeptText(id, draft.exercise(), draft.savedAt(), Reason.IMPORTED, draft.text()));
        }
    }

    private List<HintTaken> newHints() {
        Set<String> taken = new HashSet<>();
        here.hints().forEach(hint -> taken.add(hint.exercise() + "/" + hint.hint()));
        return other.hints().stream()
                .filter(hint -> taken.add(hint.exercise() + "/" + hint.hint()))
                .toList();
    }

    /** On the same day, in the same exercise, the longer time holds the other: work may have been brought along both ways. */
    private List<TimeSpent> longerTimes() {
        Map<String, Long> spent = new HashMap<>();
        here.times()
                .forEach(time -> spent.put(
                        time.day() + "/" + time.exercise(), time.time().toMillis()));
        return other.times().stream()
                .filter(time -> time.time().toMillis() > spent.getOrDefault(time.day() + "/" + time.exercise(), 0L))
                .toList();
    }

    private static List<Place> merged(List<? extends Entry> first, List<? extends Entry> second) {
        List<Place> all = new ArrayList<>();
        Iterator<? extends Entry> news = second.iterator();
        Entry next = news.hasNext() ? news.next() : null;
        for (Entry entry : first) {
            while (next != null && isBefore(next, entry)) {
                all.add(new Place(next, true));
                next = news.hasNext() ? news.next() : null;
            }
            all.add(new Place(entry, false));
        }
        while (next != null) {
            all.add(new Place(next, true));
            next = news.hasNext() ? news.next() : null;
        }
        return all;
    }

    /** As exactly as the database tells times. */
    private static boolean isBefore(Entry one, Entry other) {
        return one.at().truncatedTo(ChronoUnit.MILLIS).isBefore(other.at().truncatedTo(ChronoUnit.MILLIS));
    }
}
