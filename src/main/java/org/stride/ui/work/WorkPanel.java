package org.stride.ui.work;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.stride.learner.CheckAllowance;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.Texts;

/** A learner's own work as files: code in, a notebook out, everything out, in again, or deleted. */
public final class WorkPanel extends Div {
    private static final long serialVersionUID = 1L;

    public WorkPanel(WorkDesk desk, CurrentLearner learner, CheckAllowance allowance) {
        addClassName("stride-work");
        Downloads downloads = new Downloads(desk, learner, getTranslation("work.away"));
        add(
                section("work.bring.title", "work.bring.text", new CodeFilePanel(desk, learner, allowance)),
                section(
                        "work.take.title",
                        "work.take.text",
                        downloads.notebook("notebook", getTranslation("work.take.link"))),
                section(
                        "work.archive.title",
                        "work.archive.text",
                        downloads.everything("everything", getTranslation("work.archive.link")),
                        new ArchivePanel(desk, learner)),
                section("work.forget.title", "work.forget.text", new ForgetPanel(desk, learner, downloads)));
    }

    private Section section(String title, String text, Component... content) {
        Section section = new Section(new H2(getTranslation(title)));
        Texts.paragraphs(getTranslation(text)).forEach(section::add);
        section.add(content);
        return section;
    }
}
