package org.stride.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stride.array.ArrayPrinter;
import org.stride.array.NdArray;
import org.stride.exercise.Case;
import org.stride.exercise.Flaw;
import org.stride.exercise.Trait;
import org.stride.grading.CaseResult;
import org.stride.grading.Comparison;
import org.stride.grading.Condition;
import org.stride.grading.Diagnosis;
import org.stride.grading.Difference;
import org.stride.grading.Note;
import org.stride.grading.Verdict;
import org.stride.python.Outcome;

/** Says what a verdict found. Code stands in backticks. */
public final class Wording {
    /** Exceptions whose names tell nothing but themselves; the name of one's own could carry a hidden number out. */
    private static final Set<String> PYTHONS_OWN = Set.of(
            "AssertionError",
            "AttributeError",
            "IndexError",
            "KeyError",
            "NameError",
            "OverflowError",
            "RecursionError",
            "TypeError",
            "UnboundLocalError",
            "ValueError",
            "ZeroDivisionError");

    private static final int MOST_NAMED = 8;

    private final Translator texts;

    public Wording(Translator texts) {
        this.texts = texts;
    }

    /** Both halves in one sentence, so that no half is taken for the whole. */
    public String summary(Verdict verdict) {
        if (verdict.results().isEmpty() && !verdict.notRun().isEmpty()) {
            return texts.text("verdict.none_run", verdict.notRun().size());
        }
        if (verdict.notRun().stream().anyMatch(Case::required)) {
            return texts.text(
                    "verdict.stopped",
                    verdict.results().size(),
                    verdict.results().size() + verdict.notRun().size(),
                    verdict.shown().passedCount() + verdict.heldOut().passedCount());
        }
        return Joining.sentences(
                texts, half("verdict.shown", verdict.shown()), half("verdict.held_out", verdict.heldOut()));
    }

    private String half(String key, Verdict.Half half) {
        if (half.passed()) {
            return texts.text(key + ".passed", half.total());
        }
        if (half.passedCount() == 0) {
            // Where every check fails, naming them all would say nothing about the cause.
            return texts.text(key + ".all_failed", half.total());
        }
        List<String> where = half.failures().stream()
                .map(result -> traits(result.testCase().traits()))
                .distinct()
                .toList();
        return texts.text(key + ".failed", half.failures().size(), half.total(), some(where));
    }

    /** Nobody reads a list of twenty. */
    private String some(List<String> where) {
        if (where.size() <= MOST_NAMED) {
            return Joining.longList(texts, where);
        }
        int told = MOST_NAMED - 2;
        List<String> some = new ArrayList<>(where.subList(0, told));
        some.add(texts.text("verdict.more", where.size() - told));
        return Joining.longList(texts, some);
    }

    /** What is special about a case, such as "stride 3, no padding". */
    public String traits(List<Trait> traits) {
        return Joining.list(
                texts,
                traits.stream()
                        .map(trait -> texts.text(
                                "case.trait." + trait.key(), trait.numbers().toArray()))
                        .toList());
    }

    /** Why a case failed. Of a held-out one only the kind of difference is told, none of its numbers. */
    public String reason(CaseResult result) {
        Difference difference = result.difference();
        if (difference == null) {
            return texts.text("difference.none");
        }
        return result.testCase().heldOut() ? hidden(difference) : shown(difference);
    }

    private String shown(Difference difference) {
        return switch (difference) {
            case Difference.Raised d
            when d.raised().message().isEmpty() ->
                texts.text("difference.hidden.raised", plain(d.raised().type()));
            case Difference.Raised d ->
                texts.text(
                        "difference.raised",
                        plain(d.raised().type()),
                        plain(d.raised().message()));
            case Difference.Ended d -> ending(d.how());
            case Difference.NothingReturned d -> texts.text("difference.nothing");
            case Difference.WrongType d -> texts.text("difference.type", part(d.part()), d.wanted(), d.got());
            case Difference.WrongPartCount d -> texts.text("difference.parts", part(d.part()), d.wanted(), d.got());
            case Difference.WrongEntry d -> texts.text("difference.entry", part(d.part()), d.key());
            case Difference.WrongText d -> texts.text("difference.text", part(d.part()), d.wanted(), d.got());
            case Difference.WrongShape d ->
                texts.text(
                        "difference.shape",
                        part(d.part()),
                        d.wanted().shape().toString(),
                        d.got().shape().toString());
            case Difference.WrongKind d ->
                texts.text(
                        "difference.kind",
                        part(d.part()),
                        kind(d.wanted().name()),
                        kind(d.got().name()));
            case Difference.NotFinite d ->
                texts.text(
                        "difference.not_finite",
                        cell(d.part(), d.index().stream().mapToInt(i -> i).toArray()),
                        number(d.wanted()),
                        number(d.got()));
            case Difference.WrongValues d ->
                texts.text(
                        "difference.values",
                        cell(d.cells().part(), d.cells().first()),
                        cell(d.cells().wanted(), d.cells().firstWanted()),
                        cell(d.cells().wanted(), d.cells().firstGot()),
                        d.cells().count(),
                        d.cells().wanted().size());
        };
    }

    private String hidden(Difference difference) {
        return switch (difference) {
            case Difference.Raised d ->
                tellsNothingElse(d.raised().type())
                        ? texts.text("difference.hidden.raised", d.raised().type())
                        : texts.text("difference.hidden.raised_other");
            case Difference.Ended d -> ending(d.how());
            case Difference.NothingReturned d -> texts.text("difference.nothing");
            case Difference.WrongType d -> texts.text("difference.hidden.type", part(d.part()), d.wanted());
            case Difference.WrongPartCount d -> texts.text("difference.hidden.parts", part(d.part()), d.wanted());
            case Difference.WrongEntry d -> texts.text("difference.entry", part(d.part()), d.key());
            case Difference.WrongText d -> texts.text("difference.hidden.text", part(d.part()));
            case Difference.WrongShape d -> texts.text("difference.hidden.shape", part(d.part()));
            case Difference.WrongKind d ->
                texts.text(
                        "difference.kind",
                        part(d.part()),
                        kind(d.wanted().name()),
                        kind(d.got().name()));
            case Difference.NotFinite d -> texts.text("difference.hidden.not_finite", part(d.part()));
            case Difference.WrongValues d ->
                texts.text("difference.hidden.values", part(d.cells().part()));
        };
    }

    /** Whether the name of an exception tells nothing but itself. */
    static boolean tellsNothingElse(String exception) {
        return PYTHONS_OWN.contains(exception);
    }

    /** What ended a run from outside, in a few words. */
    private String ending(Outcome how) {
        return switch (how) {
            case Outcome.TimedOut timedOut -> texts.text("ending.time");
            case Outcome.OutOfMemory memory -> texts.text("ending.memory");
            case Outcome.TooMuchOutput tooMuch ->
                texts.text(tooMuch.channel() == Outcome.Channel.PRINTED ? "ending.output" : "ending.result");
            case Outcome.Crashed crashed -> texts.text("ending.crashed");
            case Outcome.Exited exited -> texts.text("ending.exited");
            case Outcome.Refused refused ->
                texts.text("ending.refused." + refused.what().name().toLowerCase(Locale.ROOT));
            default -> texts.text("ending.other");
        };
    }

    /** The cause in one or two sentences. */
    public String diagnosis(Verdict verdict, Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.KnownFlaw known ->
                known.flaws().stream()
                        .map(this::sentence)
                        .reduce((a, b) -> Joining.sentences(texts, a, texts.text("diagnosis.or"), b))
                        .orElse("");
            case Diagnosis.Related related ->
                new RelationWording(texts).sentence(verdict.exercise(), related.relation());
            case Diagnosis.FlawWhere flaw when flaw.where().properties().isEmpty() -> sentence(flaw.flaw());
            case Diagnosis.FlawWhere flaw ->
                texts.text("diagnosis.flaw_where", condition(flaw.where()), sentence(flaw.flaw()));
            case Diagnosis.OneLine oneLine -> oneLine(oneLine);
            case Diagnosis.Raises raises -> new ErrorWording(texts).sentence(raises);
            case Diagnosis.Where where -> texts.text("diagnosis.where", condition(where.condition()));
            case Diagnosis.Unknown unknown ->
                Joining.sentences(texts, texts.text("diagnosis.unknown"), whereToStart(verdict));
        };
    }

    /** What of the page helps most with a mistake that nobody knows. */
    private String whereToStart(Verdict verdict) {
        Difference first =
                verdict.firstShownFailure().map(CaseResult::difference).orElse(null);
        return switch (first) {
            case null ->
                texts.text(
                        verdict.heldOut().passedCount() == 0
                                ? "diagnosis.unknown.every_held_out"
                                : "diagnosis.unknown.held_out");
            case Difference.WrongValues d -> texts.text("diagnosis.unknown.values");
            case Difference.WrongShape d -> texts.text("diagnosis.unknown.shape");
            case Difference other -> texts.text("diagnosis.unknown.other");
        };
    }

    /** The flaw's short name. */
    public String name(Flaw flaw) {
        return texts.text(key(flaw) + ".name");
    }

    /** What the learner most likely wrote, what it does, and what belongs there. */
    public String sentence(Flaw flaw) {
        return texts.text(key(flaw) + ".sentence");
    }

    private static String key(Flaw flaw) {
        return "exercise." + flaw.exercise() + ".flaw." + flaw.id();
    }

    private String oneLine(Diagnosis.OneLine found) {
        return found.where().properties().isEmpty()
                ? texts.text(
                        "diagnosis.one_line",
                        found.slip().written(),
                        found.slip().right())
                : texts.text(
                        "diagnosis.one_line.where",
                        found.slip().written(),
                        found.slip().right(),
                        condition(found.where()));
    }

    /** Such as "the stride is not the window’s size and the mode is `"max"`". */
    private String condition(Condition condition) {
        return condition.properties().stream()
                .map(property -> texts.text("condition." + property.name().toLowerCase(Locale.ROOT)))
                .reduce((a, b) -> texts.text("condition.and", a, b))
                .orElse("");
    }

    public String note(Note note) {
        return switch (note) {
            case Note.InputChanged n -> texts.text("note.input_changed", n.argument());
            case Note.NumbersForBooleans n -> texts.text("note.numbers_for_booleans", part(n.part()));
            case Note.Tie n -> texts.text("note.tie");
            case Note.OldEdition n ->
                texts.text(
                        "note.old_edition",
                        String.valueOf(n.figure().year()),
                        n.figure().part(),
                        number(n.figure().mean()));
        };
    }

    /** A text from outside: a backtick in it would end our own, and NumPy ends some messages with a space. */
    public static String plain(String text) {
        return text.replace('`', '\'').strip();
    }

    private String part(String part) {
        return part.equals(Comparison.RESULT) ? texts.text("difference.result") : "`" + part + "`";
    }

    private String kind(String kind) {
        return texts.text("difference.kind." + kind.toLowerCase(Locale.ROOT));
    }

    private static String cell(String part, int[] index) {
        String inner = Arrays.stream(index).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return index.length == 0 ? "`" + part + "`" : "`" + part + "[" + inner + "]`";
    }

    /** A number as Python prints it among those of an array. */
    public static String cell(NdArray array, double value) {
        return switch (array.dtype().kind()) {
            case BOOLEAN -> value == 1 ? "True" : value == 0 ? "False" : number(value);
            case INTEGER -> value == Math.rint(value) ? String.valueOf((long) value) : number(value);
            case FLOATING -> number(value);
        };
    }

    /** As Python prints a float. */
    public static String number(double value) {
        return ArrayPrinter.scalar(value);
    }
}
