package org.stride.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.HintLadder;
import org.stride.grading.code.CodeVerdict;
import org.stride.report.PuzzleWording;
import org.stride.report.Wording;

/** Lines of a solution in an order that somebody may give them. */
record TypedOrder(String name, Exercise exercise, List<String> lines) {
    /** For every exercise: as it must be, with what does not belong below, the last two lines the other way round, and as one finds them. */
    static List<TypedOrder> all(Catalogue catalogue) {
        return catalogue.exercises().stream()
                .flatMap(exercise -> {
                    HintLadder ladder = exercise.hints();
                    List<String> right =
                            ladder.statements().subList(1, ladder.statements().size());
                    List<String> longer = new ArrayList<>(right);
                    longer.addAll(ladder.strays());
                    List<String> swapped = new ArrayList<>(right);
                    Collections.rotate(swapped.subList(Math.max(0, right.size() - 2), right.size()), 1);
                    return Stream.of(
                                    new TypedOrder("right", exercise, right),
                                    new TypedOrder("longer", exercise, longer),
                                    new TypedOrder("swapped", exercise, swapped),
                                    new TypedOrder("shuffled", exercise, ladder.shuffled()))
                            // A single line has nothing to change places with
                            .filter(order -> order.name().equals("right")
                                    || !order.lines().equals(right));
                })
                .toList();
    }

    String source() {
        return exercise.hints().assembled(lines);
    }

    /** The order, and what is said of it where Python runs and where none does. */
    void tell(Transcript transcript, CodeVerdict code) {
        PuzzleWording wording = new PuzzleWording(transcript.texts(), new Wording(transcript.texts()));
        transcript.section("`" + exercise.name() + "`, `" + name + "`");
        transcript.paragraph(TypedCode.fenced("python", source()));
        transcript.line(wording.told(code));
        transcript.line(wording.compared(exercise.hints(), lines));
        transcript.gap();
    }
}
