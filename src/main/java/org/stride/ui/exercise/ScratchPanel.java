package org.stride.ui.exercise;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.stride.array.NdArray;
import org.stride.array.Value;
import org.stride.exercise.Exercise;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.code.TryOut;
import org.stride.python.Traceback.Part;
import org.stride.report.CodeWording;
import org.stride.report.Joining;
import org.stride.ui.part.CodeEditor;
import org.stride.ui.part.Printed;
import org.stride.ui.part.ProgressLine;
import org.stride.ui.part.TensorView;
import org.stride.ui.part.Texts;

/** A cell to try the function out, and what came of it: what was printed, and arrays as pictures. */
final class ScratchPanel extends Section {
    private static final long serialVersionUID = 1L;

    /** Larger arrays are read by their printed text only. */
    private static final int MOST_CELLS = 20_000;

    private static final int MOST_ARRAYS = 4;

    private final transient CodeWording wording = new CodeWording(this::getTranslation);
    private final CodeEditor cell = new CodeEditor();
    private final Button run = new Button();
    private final Div output = new Div();

    /**
     * @param learnerTag under which the browser keeps what is typed
     * @param line tells how a run of the cell goes
     * @param onRun asked to run the code and the cell
     * @param onCheck asked to check the code
     */
    ScratchPanel(
            Exercise exercise,
            String learnerTag,
            ProgressLine line,
            SerializableRunnable onRun,
            SerializableRunnable onCheck) {
        addClassName("stride-scratch");
        cell.setLabel(getTranslation("scratch.label"));
        cell.setScratchKey(learnerTag, exercise.name());
        cell.setValue(exercise.worksheet().scratch());
        cell.addClassName("stride-editor-small");
        cell.addRunListener(text -> onRun.run());
        cell.addCheckListener(text -> onCheck.run());
        run.setText(getTranslation("scratch.run"));
        run.setId("try-out");
        run.addClickListener(event -> onRun.run());
        run.setTooltipText(getTranslation("scratch.run.key"));
        output.setId("output");
        output.addClassName("stride-output");
        output.getElement().setAttribute("role", "status");
        add(
                new H2(getTranslation("scratch.title")),
                Texts.paragraph(getTranslation("scratch.explanation")),
                cell,
                new Div(run),
                line,
                output);
    }

    String text() {
        return cell.getValue();
    }

    boolean isTooLong() {
        return cell.isTooLong();
    }

    void clear() {
        output.removeAll();
        cell.setMarks("", List.of());
    }

    void show(TryOut tried, String text) {
        clear();
        CodeProblem problem = tried.problem();
        if (problem != null) {
            String key = tried.part() == Part.CELL ? "scratch.problem.cell" : "scratch.problem.code";
            output.add(problem(getTranslation(key), wording.problem(problem)));
            if (tried.part() == Part.CELL) {
                cell.setMarks(text, Marks.of(problem, text, wording));
            }
        }
        if (!tried.output().isEmpty()) {
            output.add(new Printed(getTranslation("scratch.printed"), tried.output()));
        } else if (problem == null) {
            output.add(Texts.paragraph(getTranslation("scratch.silent")));
        }
        arrays(tried.value()).forEach(output::add);
    }

    private Component problem(String where, String sentence) {
        Div problem = new Div(Texts.paragraph(Joining.sentences(this::getTranslation, where, sentence)));
        problem.addClassName("stride-problem");
        return problem;
    }

    private List<Component> arrays(Value value) {
        List<NdArray> arrays = new ArrayList<>();
        if (value instanceof NdArray array) {
            arrays.add(array);
        } else if (value instanceof Value.Tuple tuple) {
            tuple.parts().stream()
                    .filter(NdArray.class::isInstance)
                    .map(NdArray.class::cast)
                    .forEach(arrays::add);
        }
        return arrays.stream()
                .filter(array -> array.rank() > 0 && array.size() > 0 && array.size() <= MOST_CELLS)
                .limit(MOST_ARRAYS)
                .<Component>map(array -> TensorView.of(getTranslation("scratch.value"), array, axes(array.rank())))
                .toList();
    }

    /** Nobody knows what the axes of any array mean: they have numbers. */
    private List<String> axes(int rank) {
        return IntStream.range(0, rank)
                .mapToObj(axis -> getTranslation("scratch.axis", axis))
                .toList();
    }
}
