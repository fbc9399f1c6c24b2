package org.stride.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.stride.learner.Telling;
import org.stride.learner.Telling.Kind;
import org.stride.learner.Telling.Mistake;
import org.stride.learner.Telling.Passage;
import org.stride.ui.part.Printed;
import org.stride.ui.part.Texts;

/** A verdict as it was told then. */
final class ToldPanel extends Div {
    private static final long serialVersionUID = 1L;

    ToldPanel(Telling told) {
        addClassName("stride-told");
        add(banner(told));
        for (Kind kind : Kind.values()) {
            List<String> passages = told.passages().stream()
                    .filter(passage -> passage.kind() == kind)
                    .map(Passage::text)
                    .toList();
            if (!passages.isEmpty()) {
                add(section(kind, passages, told));
            }
        }
    }

    private Component banner(Telling told) {
        Span mark = EntryList.hidden(EntryList.span(told.passed() ? "✓" : "✗", "stride-mark"));
        Paragraph title =
                new Paragraph(getTranslation(told.passed() ? "verdict.passed.title" : "verdict.failed.title"));
        title.addClassName("stride-told-verdict");
        Div banner = new Div(mark, title, new Paragraph(told.summary()));
        banner.addClassNames("stride-banner", told.passed() ? "stride-good" : "stride-bad");
        return banner;
    }

    private Component section(Kind kind, List<String> passages, Telling told) {
        if (kind == Kind.WORKING) {
            Div lines = new Div();
            passages.forEach(passage -> lines.add(working(passage)));
            return new NativeDetails(getTranslation("history.working"), lines);
        }
        Section section = new Section(new H3(title(kind)));
        Mistake mistake = told.mistake();
        // Where the cause is a known one its name stands above it, as on the page of the exercise
        if (kind == Kind.CAUSE && mistake != null && !passages.contains(mistake.name())) {
            Paragraph name = new Paragraph();
            name.add(Texts.inline(mistake.name()));
            name.addClassName("stride-flaw-name");
            section.add(name);
        }
        passages.forEach(passage -> Texts.paragraphs(passage).forEach(section::add));
        section.addClassName(kind == Kind.EVIDENCE || kind == Kind.NOTE ? "stride-notes" : "stride-cause");
        return section;
    }

    private Pre working(String passage) {
        return new Printed(getTranslation("history.working"), passage);
    }

    private String title(Kind kind) {
        return switch (kind) {
            case BLAME -> getTranslation("blame.title");
            case PROBLEM -> getTranslation("problem.title");
            case CAUSE -> getTranslation("diagnosis.title");
            case EVIDENCE -> getTranslation("history.evidence");
            case WORKING -> getTranslation("history.working");
            case NOTE -> getTranslation("note.title");
        };
    }
}
