package org.stride.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stride.Cards;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.exercise.Case;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.exercise.Implementation;
import org.stride.exercise.Seeds;
import org.stride.grading.CaseResult;
import org.stride.grading.CheckListener;
import org.stride.grading.Diagnosis;
import org.stride.grading.ErrorKind;
import org.stride.grading.Grader;
import org.stride.grading.Note;
import org.stride.grading.Relation;
import org.stride.grading.Verdict;
import org.stride.python.Outcome;

class WordingTest {
    private final Catalogue catalogue = Catalogue.load();
    private final Grader grader = new Grader(new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8)));
    private final Wording wording = new Wording(new Translations());

    private Verdict grade(String exercise, String id) {
        Exercise graded = catalogue.get(exercise);
        return grader.grade(graded, Cards.card(graded, id), CheckListener.NONE);
    }

    private CaseResult first(String exercise, Implementation implementation) {
        Verdict verdict = grader.grade(catalogue.get(exercise), implementation, CheckListener.NONE);
        return verdict.results().getFirst();
    }

    private static Implementation returning(Value value) {
        return arguments -> new Outcome.Returned(value);
    }

    @Test
    void aPassNamesBothHalves() {
        assertThat(wording.summary(grade("conv_forward", "four_loops")))
                .isEqualTo("All 4 shown checks pass; all 17 held-out checks pass.");
    }

    @Test
    void aFailureSaysWhere() {
        // By hand: these are the cases in which (n - f + 2·pad) / stride leaves a remainder for height or width.
        assertThat(wording.summary(grade("conv_forward", "ceil_instead_of_floor")))
                .isEqualTo(
                        "1 of 4 shown checks fails (7 × 10, stride 3, pad 0); 11 of 17 held-out checks fail: stride 2, pad 1;"
                                + " stride 3, pad 1; stride 3, pad 0; f 1, pad 1; f 2, pad 3; a single row of windows, pad 0;"
                                + " and 4 more."); // A single column of windows, one example, one filter, whole numbers
    }

    @Test
    void whereEveryCheckFailsNoneIsNamed() {
        assertThat(wording.summary(grade("distribute_value", "not_divided")))
                .isEqualTo(
                        "All 4 shown checks fail; 5 of 6 held-out checks fail: 3 × 5; 5 × 2; 1 × 4; 6 × 1; whole numbers, 7 × 3.");
    }

    @Test
    void aWrongCellIsToldWithBothNumbers() {
        Verdict verdict = grade("conv_single_step", "bias_inside_sum");

        assertThat(wording.reason(verdict.results().getFirst()))
                .matches("`Z` must be -6\\.999089450680221, it is -23\\.160212202520\\d+; 1 of 1 value is wrong\\.");
    }

    @Test
    void aHeldOutCaseTellsNoneOfItsNumbers() {
        for (Exercise exercise : catalogue.exercises()) {
            for (Choice choice : exercise.deck()) {
                Verdict verdict = grader.grade(exercise, choice, CheckListener.NONE);
                verdict.heldOut()
                        .failures()
                        .forEach(result -> assertThat(wording.reason(result))
                                .as("%s %s", exercise, choice.id())
                                .doesNotContainPattern("\\d\\.\\d")
                                .doesNotContainPattern("\\[\\d+, "));
            }
        }
    }

    @Test
    void whatIsMissingOrOfAnotherTypeIsNamed() {
        assertThat(wording.reason(first("zero_pad", returning(Value.NONE)))).contains("`return` is missing");
        assertThat(wording.reason(first("zero_pad", returning(new Value.Text("x")))))
                .isEqualTo("`X_pad` must be of type `numpy.ndarray`, it is of type `str`.");
        assertThat(wording.reason(first("conv_forward", returning(Value.Tuple.of(Value.NONE)))))
                .isEqualTo("The result must have 2 parts, it has 1.");
        assertThat(wording.reason(first("zero_pad", returning(NdArray.zeros(2, 3)))))
                .isEqualTo("`X_pad` must have shape `(4, 9, 9, 2)`, it has `(2, 3)`.");
        assertThat(wording.reason(first("zero_pad", returning(NdArray.zeros(DType.BOOL, Shape.of(4, 9, 9, 2))))))
                .isEqualTo("`X_pad` must hold floating-point numbers, it holds truth values.");
        assertThat(wording.reason(first("zero_pad", a -> new Outcome.Raised("ValueError", "bad"))))
                .isEqualTo("It raised `ValueError: bad`.");
    }

    @Test
    void everyRelationHasASentence() {
        Verdict verdict = grade("conv_forward", "four_loops");
        List<Relation> all = List.of(
                new Relation.Transposed("Z", List.of(1, 2)),
                new Relation.Scaled("Z", 2),
                new Relation.ScaledByCase("Z", 0.5),
                new Relation.Shifted("Z", 1),
                new Relation.OffByBias("Z", false),
                new Relation.OffByBias("Z", true),
                new Relation.AllZero("Z", false),
                new Relation.AllZero("Z", true),
                new Relation.WrongAtTheBorder("Z"),
                new Relation.WrongInOneLine("Z", Relation.Line.LAST_ROW),
                new Relation.OneChannelRight("Z", 0),
                new Relation.OneExampleRight("Z", 0),
                new Relation.OtherLength("Z", -1, 2),
                new Relation.Broadcast("Z", List.of(0)),
                new Relation.Rounded("Z"),
                new Relation.Uniform("Z", 1, false),
                new Relation.Uniform("Z", 1, true),
                new Relation.CutOff("Z"),
                new Relation.IsArgument("Z", "A_prev"),
                new Relation.RestZero("Z", 1, Relation.Rest.FIRST),
                new Relation.RestZero("Z", 1, Relation.Rest.LAST),
                new Relation.RestZero("Z", 1, Relation.Rest.ALL_BUT_FIRST),
                new Relation.RestZero("Z", 1, Relation.Rest.ALL_BUT_LAST),
                new Relation.RestZero("Z", 1, Relation.Rest.EVERY_SECOND),
                new Relation.Repeated("Z", 3, true),
                new Relation.Repeated("Z", 3, false),
                new Relation.Moved("Z", 2, 1),
                new Relation.Moved("Z", 2, -1),
                new Relation.Reversed("Z", 2),
                new Relation.OnlyParts("Z", List.of("a"), List.of("b")),
                new Relation.OtherPart("Z", "W"),
                new Relation.OnePartWrong("Z", List.of("cache")),
                new Relation.LengthsOff("Z", List.of(1, 2), List.of(1, -1)),
                new Relation.OtherRank("Z", 4, 3),
                new Relation.PartsSwapped(List.of("cache", "Z")));

        assertThat(all)
                .extracting(relation -> wording.diagnosis(verdict, new Diagnosis.Related(relation)))
                .allMatch(sentence -> sentence.contains("`Z`") || sentence.contains("`cache, Z`"))
                .doesNotHaveDuplicates()
                .noneMatch(sentence -> sentence.contains("{"));
        assertThat(wording.diagnosis(verdict, new Diagnosis.Related(all.getFirst())))
                .isEqualTo("Two axes of `Z` are swapped: `n_H`, `n_W`. With them swapped back, every number is right.");
    }

    @Test
    void aLengthThatIsOffNamesItsAxis() {
        assertThat(wording.diagnosis(
                        grade("conv_forward", "four_loops"),
                        new Diagnosis.Related(new Relation.LengthsOff("Z", List.of(1, 2), List.of(1, -1)))))
                .isEqualTo("`Z` has another size than it should: +1 along `n_H`, −1 along `n_W`.");
    }

    @Test
    void whatIsRaisedIsExplainedWithTheNumbersOfItsMessage() {
        Verdict verdict = grade("conv_forward", "four_loops");
        assertThat(wording.diagnosis(
                        verdict, new Diagnosis.Raises(ErrorKind.PLACE, List.of("(4,3,3,2)", "(4,3,2,2)"), true)))
                .isEqualTo(
                        "What is assigned does not fit into its place. It has shape `(4,3,3,2)`, its place has shape "
                                + "`(4,3,2,2)`. They differ along axis 2 (3 and 2).");
        assertThat(wording.diagnosis(verdict, new Diagnosis.Raises(ErrorKind.PLACE, List.of("(3,2)", "(0,2)"), true)))
                .contains("A length of 0 means that a slice holds nothing");
        assertThat(wording.diagnosis(verdict, new Diagnosis.Raises(ErrorKind.RESHAPE, List.of("12", "(3,5)"), false)))
                .isEqualTo(
                        "Some checks raise. An array is reshaped to a shape that does not hold as many numbers. It holds 12; "
                                + "the shape is `(3,5)`. That shape holds 15.");
    }

    @Test
    void ofAHeldOutExceptionOnlyTheKindIsTold() {
        Implementation raises = a -> a.array("A_prev").length(0) == 3
                ? new Outcome.Raised("IndexError", "index 77 is out of bounds for axis 0 with size 33")
                : new Outcome.Returned(catalogue.get("conv_forward").reference(a));
        Verdict verdict = grader.grade(catalogue.get("conv_forward"), raises, CheckListener.NONE);

        assertThat(wording.diagnosis(verdict, java.util.Objects.requireNonNull(verdict.diagnosis())))
                .startsWith("An index runs past the end of an axis")
                .doesNotContain("77", "33");
    }

    @Test
    void aNoteOnTheOldEditionGivesYearAndFigure() {
        Note note = new Note.OldEdition(
                catalogue.get("conv_single_step").editionFigures().getFirst());

        assertThat(wording.note(note))
                .startsWith(
                        "On the published input, your `Z` comes to -23.16021220252078, which is what the 2017 edition");
    }

    @Test
    void traitsReadAsALine() {
        Case published = grader.cases(catalogue.get("conv_forward")).getFirst();

        assertThat(wording.traits(published.traits())).isEqualTo("5 × 7, f 3, stride 2, pad 1");
    }
}
