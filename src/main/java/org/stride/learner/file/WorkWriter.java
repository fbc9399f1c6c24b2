package org.stride.learner.file;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.stride.learner.Attempt;
import org.stride.learner.Draft;
import org.stride.learner.Entry;
import org.stride.learner.KeptText;
import org.stride.learner.Telling;
import org.stride.learner.Work;
import org.stride.learner.file.WorkDocument.CountPart;
import org.stride.learner.file.WorkDocument.DraftPart;
import org.stride.learner.file.WorkDocument.EntryPart;
import org.stride.learner.file.WorkDocument.HintPart;
import org.stride.learner.file.WorkDocument.MistakePart;
import org.stride.learner.file.WorkDocument.PassagePart;
import org.stride.learner.file.WorkDocument.TimePart;
import org.stride.learner.file.WorkDocument.VerdictPart;

/** From work to what is written. */
final class WorkWriter {
    static final String CARD = "card";

    private WorkWriter() {}

    static WorkDocument document(Work work, Instant now) {
        return new WorkDocument(
                WorkFile.APPLICATION,
                WorkFile.FORMAT,
                now,
                drafts(work.drafts()),
                drafts(work.undecided()),
                work.history().stream().map(WorkWriter::entry).toList(),
                work.hints().stream()
                        .map(hint -> new HintPart(hint.exercise(), hint.hint(), hint.at()))
                        .toList(),
                work.times().stream()
                        .map(time -> new TimePart(
                                time.exercise(), time.day(), time.time().toMillis()))
                        .toList());
    }

    /** Without the editors that wrote them: those belong to tabs of one browser. */
    private static List<DraftPart> drafts(List<Draft> drafts) {
        return drafts.stream()
                .map(draft -> new DraftPart(draft.exercise(), draft.savedAt(), draft.text()))
                .toList();
    }

    private static EntryPart entry(Entry entry) {
        return switch (entry) {
            case Attempt.OfCode attempt ->
                new EntryPart(
                        attempt.id(),
                        attempt.exercise(),
                        name(attempt.source()),
                        attempt.at(),
                        null,
                        null,
                        attempt.took().toMillis(),
                        verdict(attempt.told()),
                        attempt.code());
            case Attempt.OfCard attempt ->
                new EntryPart(
                        attempt.id(),
                        attempt.exercise(),
                        CARD,
                        attempt.at(),
                        attempt.letter(),
                        attempt.predictedPass(),
                        attempt.took().toMillis(),
                        verdict(attempt.told()),
                        null);
            case KeptText kept ->
                new EntryPart(
                        kept.id(),
                        kept.exercise(),
                        name(kept.reason()),
                        kept.at(),
                        null,
                        null,
                        null,
                        null,
                        kept.text());
        };
    }

    private static VerdictPart verdict(Telling told) {
        Telling.Mistake mistake = told.mistake();
        return new VerdictPart(
                told.passed(),
                count(told.shown()),
                count(told.heldOut()),
                told.summary(),
                mistake == null ? null : new MistakePart(mistake.id(), mistake.name()),
                told.passages().stream()
                        .map(passage -> new PassagePart(name(passage.kind()), passage.text()))
                        .toList());
    }

    private static CountPart count(Telling.Count count) {
        return new CountPart(count.passed(), count.total());
    }

    static String name(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
