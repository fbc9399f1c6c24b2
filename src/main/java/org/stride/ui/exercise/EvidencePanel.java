package org.stride.ui.exercise;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.exercise.Exercise;
import org.stride.grading.CaseResult;
import org.stride.grading.Difference;
import org.stride.report.Wording;
import org.stride.ui.part.TensorView;
import org.stride.ui.part.Texts;

/** A failed check by its numbers: what came beside what was wanted, and how the first wrong cell comes about. */
final class EvidencePanel extends Section {
    private static final long serialVersionUID = 1L;

    EvidencePanel(Exercise exercise, CaseResult failure, Wording wording) {
        addClassName("stride-evidence");
        String key = failure.testCase().required() ? "evidence.title" : "evidence.advisory.title";
        add(
                new H3(getTranslation(key, wording.traits(failure.testCase().traits()))),
                Texts.paragraph(wording.reason(failure)));
        switch (failure.difference()) {
            case Difference.WrongValues(Difference.WrongCells cells) -> {
                if (cells.shape().rank() > 0) {
                    add(comparison(exercise, cells));
                }
                add(working(exercise, failure, cells));
            }
            case Difference.WrongShape shape -> add(bothArrays(exercise, shape));
            case null, default -> {
                // The sentence says it all.
            }
        }
    }

    private static Component comparison(Exercise exercise, Difference.WrongCells cells) {
        List<String> axes =
                Axes.of(exercise.returns(), cells.part(), cells.shape().rank());
        return TensorView.comparing(cells.part(), cells.got(), cells.wanted(), axes, cells.first(), cells.wrong());
    }

    private Component working(Exercise exercise, CaseResult failure, Difference.WrongCells cells) {
        Code got = new Code(getTranslation("working.got", Wording.cell(cells.wanted(), cells.firstGot())));
        got.addClassName("stride-working-got");
        boolean returned =
                exercise.returns().stream().anyMatch(part -> part.name().equals(cells.part()));
        // What lies inside a cache is not computed, only kept: there is nothing to work out.
        return returned
                ? new Div(
                        new WorkingPanel(exercise.working(failure.testCase().arguments(), cells.part(), cells.first())),
                        got)
                : new Div();
    }

    private Component bothArrays(Exercise exercise, Difference.WrongShape shape) {
        Div both = new Div(
                labelled(exercise, "evidence.got", shape.part(), shape.got()),
                labelled(exercise, "evidence.wanted", shape.part(), shape.wanted()));
        both.addClassName("stride-both");
        return both;
    }

    private Component labelled(Exercise exercise, String key, String part, NdArray array) {
        Section section = new Section(new H3(getTranslation(key, array.shape().toString())));
        if (!array.shape().equals(Shape.SCALAR)) {
            section.add(TensorView.of(part, array, Axes.of(exercise.returns(), part, array.rank())));
        } else {
            section.add(new Code(Wording.number(array.flat(0))));
        }
        return section;
    }
}
