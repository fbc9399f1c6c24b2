package org.stride.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.stride.exercise.Exercise;
import org.stride.exercise.Parameter;
import org.stride.grading.Comparison;
import org.stride.grading.Relation;

/** Says how what came back relates to what is wanted. */
final class RelationWording {
    private final Translator texts;

    RelationWording(Translator texts) {
        this.texts = texts;
    }

    String sentence(Exercise exercise, Relation relation) {
        return switch (relation) {
            case Relation.Transposed r ->
                texts.text("relation.transposed", r.part(), axes(exercise, r.part(), r.axes()));
            case Relation.Scaled r -> texts.text("relation.scaled", part(r.part()), Wording.number(r.factor()));
            case Relation.ScaledByCase r ->
                texts.text("relation.scaled_by_case", part(r.part()), Wording.number(r.factorOfFirst()));
            case Relation.Shifted r -> texts.text("relation.shifted", part(r.part()), Wording.number(r.amount()));
            case Relation.OffByBias r ->
                texts.text(r.added() ? "relation.bias_too_often" : "relation.bias_missing", part(r.part()));
            case Relation.AllZero r ->
                texts.text(r.truthValues() ? "relation.all_false" : "relation.all_zero", part(r.part()));
            case Relation.Rounded r -> texts.text("relation.rounded", part(r.part()));
            case Relation.Uniform r when r.truthValues() -> texts.text("relation.all_true", part(r.part()));
            case Relation.Uniform r -> texts.text("relation.uniform", part(r.part()), Wording.number(r.number()));
            case Relation.CutOff r -> texts.text("relation.cut_off", part(r.part()));
            case Relation.IsArgument r -> texts.text("relation.is_argument", part(r.part()), r.argument());
            case Relation.RestZero r ->
                texts.text(
                        "relation.rest_zero." + r.zero().name().toLowerCase(Locale.ROOT),
                        part(r.part()),
                        axis(exercise, r.part(), r.axis()));
            case Relation.Repeated r ->
                texts.text(
                        r.first() ? "relation.repeated.first" : "relation.repeated.last",
                        part(r.part()),
                        axis(exercise, r.part(), r.axis()));
            case Relation.Moved r ->
                texts.text(
                        r.by() > 0 ? "relation.moved.on" : "relation.moved.back",
                        part(r.part()),
                        axis(exercise, r.part(), r.axis()));
            case Relation.Reversed r ->
                texts.text("relation.reversed", part(r.part()), axis(exercise, r.part(), r.axis()));
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
            case Relation.LengthsOff r -> texts.text("relation.lengths_off", part(r.part()), lengths(exercise, r));
            case Relation.OtherRank r -> texts.text("relation.other_rank", part(r.part()), r.wanted(), r.got());
            case Relation.Broadcast r ->
                texts.text("relation.broadcast", part(r.part()), axes(exercise, r.part(), r.axes()));
            case Relation.PartsSwapped r ->
                texts.text("relation.parts_swapped", "`" + String.join(", ", r.order()) + "`");
            case Relation.NothingCameBack r -> texts.text("relation.nothing");
            case Relation.OnlyParts r ->
                texts.text("relation.only_parts", part(r.part()), code(r.there()), code(r.missing()));
            case Relation.OnePartWrong r -> texts.text("relation.one_part", part(r.part()), code(r.right()));
            case Relation.OtherPart r -> texts.text("relation.other_part", part(r.part()), r.instead());
        };
    }

    private String lengths(Exercise exercise, Relation.LengthsOff relation) {
        return Joining.list(
                texts,
                IntStream.range(0, relation.axes().size())
                        .mapToObj(place -> texts.text(
                                "relation.lengths_off.axis",
                                axis(exercise, relation.part(), relation.axes().get(place)),
                                signed(relation.by().get(place))))
                        .toList());
    }

    private String part(String part) {
        return part.equals(Comparison.RESULT) ? texts.text("difference.result") : "`" + part + "`";
    }

    private String code(List<String> names) {
        return Joining.list(texts, names.stream().map(name -> "`" + name + "`").toList());
    }

    private String axis(Exercise exercise, String part, int axis) {
        String name = axes(exercise, part, List.of(axis));
        return name.startsWith("`") ? name : texts.text("relation.axis", name);
    }

    /** The names of some axes of a returned part, or their numbers where the names tell nothing. */
    private String axes(Exercise exercise, String part, List<Integer> axes) {
        List<String> names =
                Parameter.find(exercise.returns(), part).map(Parameter::axes).orElse(List.of());
        boolean telling = names.stream().distinct().count() == names.size();
        return Joining.list(
                texts,
                axes.stream()
                        .map(axis -> telling && axis < names.size() ? "`" + names.get(axis) + "`" : axis.toString())
                        .toList());
    }

    private static String signed(int number) {
        return number > 0 ? "+" + number : number == 0 ? "0" : "−" + -number;
    }
}
