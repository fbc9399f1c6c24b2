package org.stride.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stride.array.ArrayPrinter;
import org.stride.array.NdArray;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Parameter;
import org.stride.exercise.Trait;
import org.stride.grading.CaseResult;
import org.stride.grading.Comparison;
import org.stride.grading.Diagnosis;
import org.stride.grading.Difference;
import org.stride.grading.Note;
import org.stride.grading.Relation;
import org.stride.grading.Verdict;

/** Says what a verdict found. Code stands in backticks. */
public final class Wording {
    /** Exceptions whose names tell nothing but themselves; the name of one's own could carry a hidden number out. */
    private static final Set<String> PYTHONS_OWN = Set.of(
            "AttributeError",
            "IndexError",
            "KeyError",
            "NameError",
            "OverflowError",
            "TypeError",
            "UnboundLocalError",
            "ValueError",
            "ZeroDivisionError");

    private final Translator texts;

    public Wording(Translator texts) {
        this.texts = texts;
    }

    /** Both halves in one sentence, so that no half is taken for the whole. */
    public String summary(Verdict verdict) {
        return half("verdict.shown", verdict.shown()) + " " + half("verdict.held_out", verdict.heldOut());
    }

    private String half(String key, Verdict.Half half) {
        if (half.passed()) {
            return texts.text(key + ".passed", half.total());
        }
        if (half.passedCount() == 0) {
            // Where every check fails, naming them all would say nothing about the cause.
            return texts.text(key + ".all_failed", half.total());
        }
        String where = half.failures().stream()
                .map(result -> traits(result.testCase().traits()))
                .distinct()
                .collect(Collectors.joining("; "));
        return texts.text(key + ".failed", half.failures().size(), half.total(), where);
    }

    /** What is special about a case, such as "stride 3, no padding". */
    public String traits(List<Trait> traits) {
        return traits.stream()
                .map(trait ->
                        texts.text("case.trait." + trait.key(), trait.numbers().toArray()))
                .collect(Collectors.joining(", "));
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
            case Difference.Raised d -> texts.text("difference.raised", plain(d.type()), plain(d.message()));
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
                PYTHONS_OWN.contains(d.type())
                        ? texts.text("difference.hidden.raised", d.type())
                        : texts.text("difference.hidden.raised_other");
            case Difference.NothingReturned d -> texts.text("difference.nothing");
            case Difference.WrongType d -> texts.text("difference.hidden.type", part(d.part()), d.wanted());
            case Difference.WrongPartCount d -> texts.text("difference.parts", part(d.part()), d.wanted(), d.got());
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

    /** The cause in one or two sentences. */
    public String diagnosis(Verdict verdict, Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.KnownFlaw known ->
                known.flaws().stream()
                        .map(this::sentence)
                        .collect(Collectors.joining(" " + texts.text("diagnosis.or") + " "));
            case Diagnosis.Related related -> relation(verdict.exercise(), related.relation());
            case Diagnosis.Unknown unknown -> texts.text("diagnosis.unknown") + " " + whereToStart(verdict);
        };
    }

    /** What of the page helps most with a mistake that nobody knows. */
    private String whereToStart(Verdict verdict) {
        Difference first =
                verdict.firstShownFailure().map(CaseResult::difference).orElse(null);
        return switch (first) {
            case null -> texts.text("diagnosis.unknown.held_out");
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

    private String relation(Exercise exercise, Relation relation) {
        return switch (relation) {
            case Relation.Transposed r ->
                texts.text("relation.transposed", r.part(), axes(exercise, r.part(), r.axes()));
            case Relation.Scaled r -> texts.text("relation.scaled", part(r.part()), number(r.factor()));
            case Relation.ScaledByCase r ->
                texts.text("relation.scaled_by_case", part(r.part()), number(r.factorOfFirst()));
            case Relation.Shifted r -> texts.text("relation.shifted", part(r.part()), number(r.amount()));
            case Relation.OffByBias r ->
                texts.text(r.added() ? "relation.bias_too_often" : "relation.bias_missing", part(r.part()));
            case Relation.AllZero r ->
                texts.text(r.truthValues() ? "relation.all_false" : "relation.all_zero", part(r.part()));
            case Relation.WrongAtTheBorder r -> texts.text("relation.border", part(r.part()));
            case Relation.WrongInOneLine r ->
                texts.text(
                        "relation.line",
                        part(r.part()),
                        texts.text("relation.line." + r.line().name().toLowerCase(Locale.ROOT)));
            case Relation.OneChannelRight r -> texts.text("relation.one_channel", part(r.part()), r.channel());
            case Relation.OneExampleRight r -> texts.text("relation.one_example", part(r.part()), r.example());
            case Relation.OtherLength r ->
                texts.text("relation.other_length", part(r.part()), signed(r.rows()), signed(r.columns()));
            case Relation.Broadcast r ->
                texts.text("relation.broadcast", part(r.part()), axes(exercise, r.part(), r.axes()));
            case Relation.PartsSwapped r ->
                texts.text("relation.parts_swapped", "`" + String.join(", ", r.order()) + "`");
        };
    }

    /** The names of some axes of a returned part, or their numbers where the names tell nothing. */
    private static String axes(Exercise exercise, String part, List<Integer> axes) {
        List<String> names =
                Parameter.find(exercise.returns(), part).map(Parameter::axes).orElse(List.of());
        boolean telling = names.stream().distinct().count() == names.size();
        return axes.stream()
                .map(axis -> telling && axis < names.size() ? "`" + names.get(axis) + "`" : axis.toString())
                .collect(Collectors.joining(", "));
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

    /** A text from outside: a backtick in it would end our own. */
    private static String plain(String text) {
        return text.replace('`', '\'');
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

    private static String signed(int number) {
        return number > 0 ? "+" + number : number == 0 ? "0" : "−" + -number;
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
