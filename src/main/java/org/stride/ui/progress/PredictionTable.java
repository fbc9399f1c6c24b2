package org.stride.ui.progress;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stride.exercise.Catalogue;
import org.stride.learner.Predictions;
import org.stride.learner.Summary;

/** What was expected against what came; the more often, the stronger the colour. */
final class PredictionTable extends NativeTable {
    private static final long serialVersionUID = 1L;
    private static final Pattern AFTER_UNDERSCORE = Pattern.compile("(?<=_)");

    private final transient Catalogue catalogue;
    private final transient Predictions predictions;

    PredictionTable(Catalogue catalogue, Predictions predictions) {
        this.catalogue = catalogue;
        this.predictions = predictions;
        addClassName("stride-predictions");
        NativeTableRow heads = new NativeTableRow(new NativeTableCell());
        heads.add(head("progress.came.passed", "col"), head("progress.came.failed", "col"));
        add(heads, row("progress.expected.pass", true), row("progress.expected.fail", false));
    }

    private NativeTableRow row(String key, boolean expectedPass) {
        return new NativeTableRow(head(key, "row"), cell(expectedPass, true), cell(expectedPass, false));
    }

    private NativeTableHeaderCell head(String key, String scope) {
        NativeTableHeaderCell head = new NativeTableHeaderCell(getTranslation(key));
        head.getElement().setAttribute("scope", scope);
        return head;
    }

    private NativeTableCell cell(boolean expectedPass, boolean passed) {
        List<Summary> runs = predictions.of(expectedPass, passed);
        boolean right = expectedPass == passed;
        Span count = new Span(String.valueOf(runs.size()));
        count.addClassName("stride-prediction-count");
        NativeTableCell cell = new NativeTableCell();
        cell.add(
                count,
                new Span(getTranslation(right ? "progress.prediction.right" : "progress.prediction.wrong")),
                steps(runs));
        cell.addClassName(right ? "stride-came-true" : "stride-came-otherwise");
        double share = (double) runs.size() / predictions.total();
        cell.getStyle().set("--stride-share", String.format(Locale.ROOT, "%.2f", share));
        return cell;
    }

    /** The steps whose cards they were, in the order of the course. */
    private Component steps(List<Summary> runs) {
        Div steps = new Div();
        steps.addClassName("stride-prediction-steps");
        catalogue.exercises().forEach(exercise -> {
            long count = runs.stream()
                    .filter(run -> run.exercise().equals(exercise.name()))
                    .count();
            if (count > 0) {
                steps.add(new Span(breakable(exercise.name()), new Span(" " + count)));
            }
        });
        return steps;
    }

    /** A function's name that goes on in a new line after an underscore where it must. */
    private static Code breakable(String name) {
        Code code = new Code();
        AFTER_UNDERSCORE
                .splitAsStream(name)
                .forEach(word -> code.getElement().appendChild(Element.createText(word), new Element("wbr")));
        return code;
    }
}
