package org.stride.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Arguments;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Implementation;
import org.stride.exercise.Seeds;
import org.stride.kernel.Convolution;
import org.stride.python.Outcome;

class GraderTest {
    private final Catalogue catalogue = Catalogue.load();
    private final Grader grader = new Grader(new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8)));

    private Implementation reference(Exercise exercise) {
        return arguments -> new Outcome.Returned(exercise.reference(arguments));
    }

    private static Outcome none() {
        return new Outcome.Returned(Value.NONE);
    }

    @Test
    void hardCodedPublishedAnswersFailTheHeldOutCases() {
        Exercise exercise = catalogue.get("conv_forward");
        var answers = grader.cases(exercise).stream()
                .filter(c -> !c.heldOut())
                .collect(java.util.stream.Collectors.toMap(c -> c.arguments(), c -> exercise.reference(c.arguments())));

        Verdict verdict = grader.grade(
                exercise,
                a -> answers.containsKey(a) ? new Outcome.Returned(answers.get(a)) : none(),
                CheckListener.NONE);

        assertThat(verdict.shown().passed()).isTrue();
        assertThat(verdict.heldOut().passedCount()).isZero();
        assertThat(verdict.passed()).isFalse();
    }

    @Test
    void anInputChangedInPlaceIsToldAndHarmsNoOtherCheck() {
        Exercise exercise = catalogue.get("zero_pad");
        Implementation spoiler = arguments -> {
            Value result = exercise.reference(arguments);
            NdArray x = arguments.array("X");
            x.setFlat(x.flat(0) + 1, 0);
            return new Outcome.Returned(result);
        };

        Verdict verdict = grader.grade(exercise, spoiler, CheckListener.NONE);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.notes()).containsExactly(new Note.InputChanged("X"));
        assertThat(grader.grade(exercise, reference(exercise), CheckListener.NONE)
                        .passed())
                .isTrue();
    }

    @Test
    void aResultThatIsTheChangedInputItselfIsStillComparedWithTheRightAnswer() {
        Exercise exercise = catalogue.get("zero_pad");
        Implementation cheat = arguments -> {
            NdArray x = arguments.array("X");
            for (int place = 0; place < x.size(); place++) {
                x.setFlat(0, place);
            }
            return new Outcome.Returned(x);
        };

        assertThat(grader.grade(exercise, cheat, CheckListener.NONE).passed()).isFalse();
    }

    @Test
    void theEditionOf2017IsRecognisedByItsNumber() {
        Exercise exercise = catalogue.get("conv_single_step");
        Implementation edition2017 = a -> {
            double sum = 0;
            for (int place = 0; place < a.array("W").size(); place++) {
                sum += a.array("a_slice_prev").flat(place) * a.array("W").flat(place)
                        + a.array("b").flat(0);
            }
            return new Outcome.Returned(Value.Scalar.of(sum));
        };

        Verdict verdict = grader.grade(exercise, edition2017, CheckListener.NONE);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.notes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Note.OldEdition.class,
                        note -> assertThat(note.figure().year()).isEqualTo(2017));
    }

    @Test
    void theOldEditionsMeanOfTheForwardPassIsRecognised() {
        Exercise exercise = catalogue.get("conv_forward");
        Implementation edition2017 = a -> {
            NdArray filters = a.array("W");
            int products = filters.length(0) * filters.length(1) * filters.length(2);
            NdArray z = Convolution.forward(
                    a.array("A_prev"), filters, a.array("b").map(b -> b * products), 1, a.entry("hparameters", "pad"));
            return new Outcome.Returned(Value.Tuple.of(z, Value.NONE));
        };

        assertThat(grader.grade(exercise, edition2017, CheckListener.NONE).notes())
                .singleElement()
                .isInstanceOf(Note.OldEdition.class);
    }

    @Test
    void progressHearsEveryCaseInOrder() {
        Exercise exercise = catalogue.get("distribute_value");
        List<Integer> heard = new ArrayList<>();
        CheckListener progress = new CheckListener() {
            @Override
            public void caseDone(CaseResult result, int done, int total) {
                assertThat(total).isEqualTo(grader.cases(exercise).size());
                heard.add(done);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };

        grader.grade(exercise, reference(exercise), progress);

        assertThat(heard).startsWith(1, 2, 3).hasSize(grader.cases(exercise).size());
    }

    @Test
    void aCancelledCheckGivesNoVerdict() {
        Exercise exercise = catalogue.get("distribute_value");
        List<Arguments> ran = new ArrayList<>();
        Implementation counting = arguments -> {
            ran.add(arguments);
            return none();
        };
        CheckListener afterTwo = new CheckListener() {
            @Override
            public void caseDone(CaseResult result, int done, int total) {}

            @Override
            public boolean cancelled() {
                return ran.size() == 2;
            }
        };

        assertThatThrownBy(() -> grader.grade(exercise, counting, afterTwo))
                .isInstanceOf(CheckCancelledException.class);
        assertThat(ran).hasSize(2);
    }

    @Test
    void aFlawIsNamedOnlyIfItExplainsEveryRequiredCase() {
        Exercise exercise = catalogue.get("conv_forward");
        Implementation biasLeftOut = exercise.flaws().stream()
                .filter(f -> f.id().equals("bias_left_out"))
                .findFirst()
                .orElseThrow();
        int[] calls = {0};
        Implementation mixed = a -> calls[0]++ == 0 ? none() : biasLeftOut.run(a);

        Verdict verdict = grader.grade(exercise, mixed, CheckListener.NONE);

        assertThat(verdict.diagnosis()).isNotInstanceOf(Diagnosis.KnownFlaw.class);
    }

    @Test
    void agreementCountsTheCasesOnWhichTwoGiveTheSame() {
        Exercise exercise = catalogue.get("conv_forward");
        Verdict right = grader.grade(exercise, reference(exercise), CheckListener.NONE);
        Verdict ceil = grader.grade(
                exercise,
                exercise.flaws().stream()
                        .filter(f -> f.id().equals("ceil_instead_of_floor"))
                        .findFirst()
                        .orElseThrow(),
                CheckListener.NONE);

        Agreement agreement = Agreement.of(right, ceil);

        assertThat(agreement.total()).isEqualTo(right.results().size());
        assertThat(agreement.agreeing() + agreement.differing().size()).isEqualTo(agreement.total());
        assertThat(agreement.differing())
                .isEqualTo(ceil.results().stream()
                        .filter(result -> !result.passed())
                        .map(CaseResult::testCase)
                        .toList());
    }
}
