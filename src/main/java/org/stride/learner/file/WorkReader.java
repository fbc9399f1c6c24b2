package org.stride.learner.file;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Catalogue;
import org.stride.learner.Attempt;
import org.stride.learner.Draft;
import org.stride.learner.Edit;
import org.stride.learner.Entry;
import org.stride.learner.HintTaken;
import org.stride.learner.KeptText;
import org.stride.learner.Telling;
import org.stride.learner.TimeSpent;
import org.stride.learner.Work;
import org.stride.learner.file.BrokenWorkException.Problem;
import org.stride.learner.file.WorkDocument.CountPart;
import org.stride.learner.file.WorkDocument.DraftPart;
import org.stride.learner.file.WorkDocument.EntryPart;
import org.stride.learner.file.WorkDocument.HintPart;
import org.stride.learner.file.WorkDocument.MistakePart;
import org.stride.learner.file.WorkDocument.PassagePart;
import org.stride.learner.file.WorkDocument.TimePart;
import org.stride.learner.file.WorkDocument.VerdictPart;

/** From what was read to work, nothing of which is believed before it was looked at. For one file. */
final class WorkReader {
    static final int MOST_ENTRIES = 100_000;
    /** Of anything else. */
    static final int MOST = 10_000;

    private static final int MOST_PASSAGES = 100;
    private static final int MOST_CHECKS = 10_000;
    /** A clock that was wrong when something was written down is no reason to lose it. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern LETTER = Pattern.compile("[A-Z]{1,2}");
    private static final Pattern MISTAKE = Pattern.compile("[A-Za-z0-9_.|-]{1,1000}");

    private final Catalogue catalogue;
    private final Set<String> unknown = new TreeSet<>();

    WorkReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    WorkFile.Content content(WorkDocument document) throws BrokenWorkException {
        List<Draft> drafts = list("drafts", document.drafts(), MOST, this::draft);
        Set<String> exercises = new HashSet<>();
        for (Draft draft : drafts) {
            require(exercises.add(draft.exercise()), "drafts");
        }
        Work work = new Work(
                drafts,
                list("undecidedDrafts", document.undecidedDrafts(), MOST, this::draft),
                list("history", document.history(), MOST_ENTRIES, this::entry),
                list("hintsTaken", document.hintsTaken(), MOST, this::hint),
                list("timeSpent", document.timeSpent(), MOST_ENTRIES, this::timeSpent));
        Set<Object> ids = new HashSet<>();
        for (Entry entry : work.history()) {
            require(ids.add(entry.id()), "history");
        }
        return new WorkFile.Content(work, time(document.exportedAt(), "exportedAt"), unknown);
    }

    /** Reads one thing at its place. */
    private interface Part<D, T> {
        /** Empty if its exercise is not known here. */
        Optional<T> read(D part, String place) throws BrokenWorkException;
    }

    private static <D, T> List<T> list(String place, @Nullable List<D> parts, int most, Part<D, T> reading)
            throws BrokenWorkException {
        List<D> given = there(parts, place);
        require(given.size() <= most, place);
        List<T> read = new ArrayList<>();
        for (int number = 0; number < given.size(); number++) {
            String at = place + "[" + number + "]";
            reading.read(there(given.get(number), at), at).ifPresent(read::add);
        }
        return read;
    }

    private Optional<Draft> draft(DraftPart part, String place) throws BrokenWorkException {
        Draft draft = new Draft(
                exercise(part.exercise(), place),
                text(part.text(), place + ".text"),
                0,
                time(part.savedAt(), place + ".savedAt"),
                "",
                0);
        return known(draft.exercise(), draft);
    }

    private Optional<HintTaken> hint(HintPart part, String place) throws BrokenWorkException {
        HintTaken hint = new HintTaken(
                exercise(part.exercise(), place),
                matching(NAME, part.hint(), place + ".hint"),
                time(part.takenAt(), place + ".takenAt"));
        return known(hint.exercise(), hint);
    }

    private Optional<TimeSpent> timeSpent(TimePart part, String place) throws BrokenWorkException {
        LocalDate day = there(part.day(), place + ".day");
        require(
                !day.isBefore(LocalDate.ofInstant(EARLIEST, ZoneOffset.UTC))
                        && !day.isAfter(LocalDate.ofInstant(LATEST, ZoneOffset.UTC)),
                place + ".day");
        TimeSpent time = new TimeSpent(
                exercise(part.exercise(), place), day, aDayAtMost(part.milliseconds(), place + ".milliseconds"));
        return known(time.exercise(), time);
    }

    private Optional<Entry> entry(EntryPart part, String place) throws BrokenWorkException {
        String exercise = exercise(part.exercise(), place);
        String kind = there(part.kind(), place + ".kind");
        KeptText.Reason reason = find(KeptText.Reason.values(), kind);
        return known(
                exercise,
                reason == null
                        ? attempt(part, exercise, kind, place)
                        : new KeptText(
                                there(part.id(), place + ".id"),
                                exercise,
                                time(part.at(), place + ".at"),
                                reason,
                                text(part.text(), place + ".text")));
    }

    private Attempt attempt(EntryPart part, String exercise, String kind, String place) throws BrokenWorkException {
        Attempt.Source source = find(Attempt.Source.values(), kind);
        require(source != null || kind.equals(WorkWriter.CARD), place + ".kind");
        var id = there(part.id(), place + ".id");
        Instant at = time(part.at(), place + ".at");
        Duration took = aDayAtMost(part.tookMilliseconds(), place + ".tookMilliseconds");
        Telling told = told(there(part.verdict(), place + ".verdict"), place + ".verdict");
        return source == null
                ? new Attempt.OfCard(
                        id,
                        exercise,
                        at,
                        took,
                        told,
                        matching(LETTER, part.card(), place + ".card"),
                        there(part.predictedPass(), place + ".predictedPass"))
                : new Attempt.OfCode(id, exercise, at, took, told, source, text(part.text(), place + ".text"));
    }

    private static Telling told(VerdictPart part, String place) throws BrokenWorkException {
        MistakePart mistake = part.mistake();
        return new Telling(
                there(part.passed(), place + ".passed"),
                count(part.shown(), place + ".shown"),
                count(part.heldOut(), place + ".heldOut"),
                text(part.summary(), place + ".summary"),
                mistake == null
                        ? null
                        : new Telling.Mistake(
                                matching(MISTAKE, mistake.id(), place + ".mistake.id"),
                                text(mistake.name(), place + ".mistake.name")),
                list(place + ".passages", part.passages(), MOST_PASSAGES, WorkReader::passage));
    }

    private static Optional<Telling.Passage> passage(PassagePart part, String place) throws BrokenWorkException {
        Telling.Kind kind = find(Telling.Kind.values(), there(part.kind(), place + ".kind"));
        return Optional.of(new Telling.Passage(there(kind, place + ".kind"), text(part.text(), place + ".text")));
    }

    private static Telling.Count count(@Nullable CountPart part, String place) throws BrokenWorkException {
        CountPart count = there(part, place);
        int passed = there(count.passed(), place + ".passed");
        int total = there(count.total(), place + ".total");
        require(passed >= 0 && passed <= total && total <= MOST_CHECKS, place);
        return new Telling.Count(passed, total);
    }

    private <T> Optional<T> known(String exercise, T part) {
        if (catalogue.find(exercise).isPresent()) {
            return Optional.of(part);
        }
        unknown.add(exercise);
        return Optional.empty();
    }

    private static String exercise(@Nullable String name, String place) throws BrokenWorkException {
        return matching(NAME, name, place + ".exercise");
    }

    private Instant time(@Nullable Instant time, String place) throws BrokenWorkException {
        Instant given = there(time, place);
        require(!given.isBefore(EARLIEST) && !given.isAfter(LATEST), place);
        return given;
    }

    private static Duration aDayAtMost(@Nullable Long milliseconds, String place) throws BrokenWorkException {
        long given = there(milliseconds, place);
        require(given >= 0 && given <= Duration.ofDays(1).toMillis(), place);
        return Duration.ofMillis(given);
    }

    private static String text(@Nullable String text, String place) throws BrokenWorkException {
        String given = there(text, place);
        require(given.length() <= Edit.MAX_LENGTH, place);
        return given;
    }

    private static String matching(Pattern pattern, @Nullable String text, String place) throws BrokenWorkException {
        String given = there(text, place);
        require(pattern.matcher(given).matches(), place);
        return given;
    }

    private static <E extends Enum<E>> @Nullable E find(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> WorkWriter.name(value).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static <T> T there(@Nullable T value, String place) throws BrokenWorkException {
        if (value == null) {
            throw new BrokenWorkException(Problem.WRONG, place);
        }
        return value;
    }

    private static void require(boolean holds, String place) throws BrokenWorkException {
        if (!holds) {
            throw new BrokenWorkException(Problem.WRONG, place);
        }
    }
}
