package org.stride.ui.work;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stride.grading.code.CodeVerdict;
import org.stride.learner.Telling;
import org.stride.report.Wording;
import org.stride.ui.exercise.ExerciseView;
import org.stride.ui.learner.Recorded;
import org.stride.ui.learner.Retelling;
import org.stride.ui.part.Texts;

/** The steps whose drafts came from a file, each with what its check said, and the way there. */
final class ResultList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Row> rows = new LinkedHashMap<>();
    private final OrderedList list = new OrderedList();

    ResultList() {
        setId("work-results");
        list.addClassName("stride-results");
        clear();
    }

    void clear() {
        rows.clear();
        list.removeAll();
        removeAll();
    }

    void begin(List<Offer> taken) {
        clear();
        if (taken.isEmpty()) {
            return;
        }
        for (Offer offer : taken) {
            Row row = new Row(offer);
            rows.put(offer.exercise().name(), row);
            list.add(row);
        }
        add(
                new H3(getTranslation("work.result.title")),
                new Paragraph(getTranslation("work.result.kept", taken.size())),
                list);
    }

    void checking(Offer offer) {
        row(offer).say("", getTranslation("work.result.checking"));
    }

    void judged(Offer offer, Recorded<CodeVerdict> recorded) {
        row(offer).judged(recorded);
    }

    /** Those whose check has not come to its end. */
    void uncheckedRest() {
        rows.values().stream().filter(row -> !row.judged).forEach(Row::unchecked);
    }

    /** How many pass. */
    String summary() {
        long passed = rows.values().stream().filter(row -> row.passed).count();
        return getTranslation("work.result.summary", passed, rows.size());
    }

    private Row row(Offer offer) {
        return Objects.requireNonNull(rows.get(offer.exercise().name()));
    }

    /** One step. */
    private static final class Row extends ListItem {
        private static final long serialVersionUID = 1L;

        private final Span mark = new Span();
        private final Div told = new Div();
        private boolean judged;
        private boolean passed;

        Row(Offer offer) {
            String name = offer.exercise().name();
            setId("result-" + name);
            addClassName("stride-result");
            RouterLink link = ExerciseView.link(name);
            link.setQueryParameters(QueryParameters.of("way", "write"));
            link.add(new Span(getTranslation("exercise." + name + ".title")), new Code(name));
            mark.addClassName("stride-mark");
            told.addClassName("stride-result-told");
            add(mark, link, told);
            say("", getTranslation("work.result.waiting"));
        }

        void say(String sign, String text) {
            mark.setText(sign);
            told.removeAll();
            told.add(Texts.paragraph(text));
        }

        void unchecked() {
            say("", getTranslation("work.result.unchecked"));
        }

        void judged(Recorded<CodeVerdict> recorded) {
            CodeVerdict verdict = recorded.result();
            judged = true;
            passed = verdict.passed();
            say(passed ? "✓" : "✗", new Wording(this::getTranslation).summary(verdict.verdict()));
            mark.setClassName("stride-mark " + (passed ? "stride-good" : "stride-bad"));
            Telling.Mistake mistake =
                    new Retelling(this::getTranslation).of(verdict).mistake();
            if (mistake != null) {
                told.add(Texts.paragraph(mistake.name()));
            }
            recorded.trouble(this::getTranslation).map(Texts::paragraph).ifPresent(told::add);
        }
    }
}
