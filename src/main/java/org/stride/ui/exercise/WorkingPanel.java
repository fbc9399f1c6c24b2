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
import java.util.Locale;
import java.util.stream.Collectors;
import org.stride.exercise.Working;
import org.stride.exercise.Working.Rule;
import org.stride.report.Wording;
import org.stride.ui.part.Texts;

/** One cell of the right result, worked out term by term. */
final class WorkingPanel extends Section {
    private static final long serialVersionUID = 1L;

    /** More terms than this are folded. */
    private static final int UNFOLDED = 12;

    WorkingPanel(Working working) {
        addClassName("stride-working");
        H4 title = new H4();
        title.add(Texts.inline(getTranslation("working.title", working.cell())));
        String rule = working.rule().name().toLowerCase(Locale.ROOT);
        add(
                title,
                Texts.paragraph(
                        getTranslation("working.rule." + rule, working.terms().size())));
        if (!working.terms().isEmpty()) {
            add(terms(working));
        }
        Code result = new Code(working.cell() + " = " + result(working));
        result.addClassName("stride-working-result");
        add(result);
    }

    /** Terms that add nothing are told by their number only, lest they hide those that do. */
    private Component terms(Working working) {
        List<Working.Term> terms = working.terms();
        if (working.rule() == Rule.SUM_OF_PRODUCTS && terms.size() > UNFOLDED) {
            terms = terms.stream().filter(term -> term.value() != 0).toList();
        }
        int zeros = working.terms().size() - terms.size();
        Div all = new Div(folded(working, terms));
        if (zeros > 0) {
            all.add(Texts.paragraph(getTranslation("working.zeros", zeros)));
        }
        return all;
    }

    private Component folded(Working working, List<Working.Term> terms) {
        if (terms.size() <= UNFOLDED) {
            return list(working, terms, 1);
        }
        Div folded = new Div(list(working, terms.subList(0, UNFOLDED - 2), 1));
        Details rest = new Details(
                getTranslation("working.more", terms.size() - UNFOLDED + 2),
                list(working, terms.subList(UNFOLDED - 2, terms.size()), UNFOLDED - 1));
        folded.add(rest);
        return folded;
    }

    private static OrderedList list(Working working, List<Working.Term> terms, int from) {
        OrderedList list = new OrderedList();
        list.getElement().setAttribute("start", String.valueOf(from));
        for (Working.Term term : terms) {
            list.add(new ListItem(new Code(line(working.rule(), term))));
        }
        return list;
    }

    private static String line(Rule rule, Working.Term term) {
        String names = term.factors().stream().map(Working.Quantity::name).collect(Collectors.joining(" × "));
        String values = term.factors().stream()
                .map(quantity -> shortNumber(quantity.value()))
                .collect(Collectors.joining(" × "));
        boolean product = rule == Rule.SUM_OF_PRODUCTS && term.factors().size() > 1;
        return names + " = " + values + (product ? " = " + shortNumber(term.value()) : "");
    }

    private static String result(Working working) {
        if (working.rule() == Rule.EQUALS_MAXIMUM) {
            return working.result() == 1 ? "True" : "False";
        }
        return Wording.number(working.result());
    }

    /** Few enough digits to follow the sum by eye; whole numbers as they are. */
    private static String shortNumber(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
