package org.stride.ui.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.stride.exercise.Exercise;
import org.stride.learner.Attempt;
import org.stride.learner.Draft;
import org.stride.learner.Entry;
import org.stride.learner.KeptText;
import org.stride.learner.LearnerId;
import org.stride.learner.Summary;
import org.stride.report.Translator;
import org.stride.ui.exercise.ExerciseView;
import org.stride.ui.history.ComparePanel.Other;
import org.stride.ui.history.ComparePanel.Pair;
import org.stride.ui.part.Times;

/** Opens entries of one history. */
final class Opening {
    private static final double MILLIS = 1000;

    private final Archive archive;
    private final LearnerId learner;
    private final Exercise exercise;
    private final List<Summary> entries;
    private final Place place;
    private final Times times;
    private final Translator texts;
    private final EntryWords words;

    /** @param entries the newest first */
    Opening(
            Archive archive,
            LearnerId learner,
            Exercise exercise,
            List<Summary> entries,
            Place place,
            Times times,
            Translator texts) {
        this.archive = archive;
        this.learner = learner;
        this.exercise = exercise;
        this.entries = entries;
        this.place = place;
        this.times = times;
        this.texts = texts;
        words = new EntryWords(texts);
    }

    Optional<Summary> summary(UUID id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Whether something of this name can be compared with. */
    boolean hasText(String key) {
        return key.equals(Place.DRAFT)
                || key.equals(Place.STARTER)
                || entries.stream()
                        .anyMatch(entry ->
                                !entry.ofCard() && entry.id().toString().equals(key));
    }

    /** Empty if it has gone since it was listed. */
    Optional<EntryPanel> open(Summary summary) {
        return archive.find(learner, summary.id()).map(entry -> panel(summary, entry));
    }

    private EntryPanel panel(Summary summary, Entry entry) {
        String what = words.what(summary);
        String when = times.text(summary.at());
        EntryPanel panel = switch (entry) {
            case Attempt.OfCard card -> EntryPanel.of(card, exercise, place, what, judged(when, card));
            case Attempt.OfCode code -> EntryPanel.of(code, place, what, judged(when, code));
            case KeptText kept -> EntryPanel.of(kept, place, what, when, words.reason(summary));
        };
        EntryPanel.textOf(entry).ifPresent(text -> {
            panel.comparing(changes(summary, text));
            panel.offering("restore", texts.text("history.restore"), () -> {
                archive.restore(learner, exercise, text);
                ExerciseView.goToEditor(exercise.name(), texts.text("history.restored", when));
            });
        });
        return panel;
    }

    /** What was typed elsewhere and waits for a choice. */
    EntryPanel openElsewhere(Draft elsewhere) {
        String when = times.text(elsewhere.savedAt());
        EntryPanel panel = EntryPanel.elsewhere(place, when, elsewhere.text());
        Optional<Draft> shown = archive.draft(learner, exercise);
        long revision = shown.map(Draft::revision).orElse(0L);
        shown.ifPresent(draft -> {
            Other present = new Other(Place.DRAFT, texts.text("history.draft"));
            panel.comparing(new ComparePanel(
                    List.of(present),
                    present,
                    new Pair(present.label(), draft.text(), texts.text("history.elsewhere"), elsewhere.text()),
                    key -> {}));
        });
        panel.offering("take", texts.text("history.elsewhere.take"), () -> {
            if (archive.choose(learner, elsewhere, revision, true)) {
                ExerciseView.goToEditor(exercise.name(), texts.text("history.restored", when));
            } else {
                panel.say(texts.text("history.elsewhere.moved_on"));
            }
        });
        panel.offering("leave", texts.text("history.elsewhere.leave"), () -> {
            if (archive.choose(learner, elsewhere, revision, false)) {
                place.list().go();
            } else {
                panel.say(texts.text("history.elsewhere.moved_on"));
            }
        });
        return panel;
    }

    private String judged(String when, Attempt attempt) {
        return texts.text("history.judged", when, seconds(attempt.took()));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f", Math.max(took.toMillis(), 100) / MILLIS);
    }

    private ComparePanel changes(Summary summary, String text) {
        Optional<UUID> before = archive.textBefore(learner, summary).map(Entry::id);
        String usual = before.map(UUID::toString).orElse(Place.STARTER);
        String key = place.with() == null ? usual : place.with();
        List<Other> others = others(summary, usual);
        Other chosen = others.stream()
                .filter(other -> other.key().equals(key))
                .findFirst()
                .orElseGet(() -> new Other(key, times.text(summary.at())));
        String own = texts.text("history.this_one", times.text(summary.at()));
        String other = textOf(key, text);
        Pair pair = isLater(key, summary)
                ? new Pair(own, text, chosen.label(), other)
                : new Pair(chosen.label(), other, own, text);
        return new ComparePanel(
                others,
                chosen,
                pair,
                choice -> place.comparing(summary.id(), choice).go());
    }

    private List<Other> others(Summary opened, String before) {
        List<Other> others = new ArrayList<>();
        others.add(new Other(Place.DRAFT, texts.text("history.draft")));
        for (Summary entry : entries) {
            if (!entry.ofCard() && !entry.equals(opened)) {
                String key = entry.id().toString();
                String label = texts.text("history.entry", times.text(entry.at()), words.whatAndHow(entry));
                others.add(new Other(key, key.equals(before) ? texts.text("history.before", label) : label));
            }
        }
        others.add(new Other(Place.STARTER, texts.text("history.starter")));
        return others;
    }

    /** Whether what it is compared with came after it. */
    private boolean isLater(String key, Summary opened) {
        return switch (key) {
            case Place.DRAFT -> true;
            case Place.STARTER -> false;
            default ->
                summary(UUID.fromString(key))
                        .filter(other -> other.number() > opened.number())
                        .isPresent();
        };
    }

    /** @param otherwise if it has gone since it was listed */
    private String textOf(String key, String otherwise) {
        String starter = exercise.worksheet().starter();
        return switch (key) {
            case Place.DRAFT ->
                archive.draft(learner, exercise).map(Draft::text).orElse(starter);
            case Place.STARTER -> starter;
            default ->
                archive.find(learner, UUID.fromString(key))
                        .flatMap(EntryPanel::textOf)
                        .orElse(otherwise);
        };
    }
}
