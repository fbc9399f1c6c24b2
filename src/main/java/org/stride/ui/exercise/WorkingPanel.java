package org.stride.ui.exercise;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.stride.exercise.Working;
import org.stride.report.WorkingWording;
import org.stride.ui.part.Texts;

/** One cell of the right result, worked out term by term. */
final class WorkingPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final transient WorkingWording wording = new WorkingWording(this::getTranslation);

    WorkingPanel(Working working) {
        addClassName("stride-working");
        H4 title = new H4();
        title.add(Texts.inline(wording.title(working)));
        add(title, Texts.paragraph(wording.rule(working)));
        if (!working.terms().isEmpty()) {
            add(terms(working));
        }
        Code result = new Code(WorkingWording.result(working));
        result.addClassName("stride-working-result");
        add(result);
    }

    private Component terms(Working working) {
        List<Working.Term> terms = WorkingWording.telling(working);
        int zeros = working.terms().size() - terms.size();
        Div all = new Div(folded(working, terms));
        if (zeros > 0) {
            all.add(Texts.paragraph(getTranslation("working.zeros", zeros)));
        }
        return all;
    }

    private Component folded(Working working, List<Working.Term> terms) {
        int unfolded = WorkingWording.MOST;
        if (terms.size() <= unfolded) {
            return list(working, terms, 1);
        }
        Div folded = new Div(list(working, terms.subList(0, unfolded - 2), 1));
        Details rest = new Details(
                getTranslation("working.more", terms.size() - unfolded + 2),
                list(working, terms.subList(unfolded - 2, terms.size()), unfolded - 1));
        folded.add(rest);
        return folded;
    }

    private static OrderedList list(Working working, List<Working.Term> terms, int from) {
        OrderedList list = new OrderedList();
        list.getElement().setAttribute("start", String.valueOf(from));
        for (Working.Term term : terms) {
            list.add(new ListItem(new Code(WorkingWording.line(working, term))));
        }
        return list;
    }
}
