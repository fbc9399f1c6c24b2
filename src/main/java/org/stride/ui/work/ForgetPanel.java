package org.stride.ui.work;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinSession;
import org.stride.learner.StoreUnavailableException;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.Texts;

/** Deleting everything that Stride knows about the learner. */
@JsModule("./work/forget.ts")
final class ForgetPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final String NEXT = "work?" + WorkView.FORGOTTEN;

    private final transient WorkDesk desk;
    private final transient CurrentLearner learner;
    private final transient Downloads downloads;

    ForgetPanel(WorkDesk desk, CurrentLearner learner, Downloads downloads) {
        this.desk = desk;
        this.learner = learner;
        this.downloads = downloads;
        Button open = new Button(getTranslation("work.forget.open"), event -> dialog().open());
        open.setId("forget");
        open.addThemeVariants(ButtonVariant.ERROR);
        add(open);
    }

    private Dialog dialog() {
        Dialog dialog = new Dialog();
        dialog.setId("forget-dialog");
        dialog.setHeaderTitle(getTranslation("work.forget.question"));
        Div text = new Div();
        text.addClassName("stride-forget");
        Texts.paragraphs(getTranslation("work.forget.what")).forEach(text::add);
        text.add(new Div(downloads.everything("forget-export", getTranslation("work.archive.link"))));
        Checkbox sure = new Checkbox(getTranslation("work.forget.sure"));
        sure.setId("forget-sure");
        Div problem = new Div();
        problem.getElement().setAttribute("role", "alert");
        text.add(sure, problem);
        dialog.add(text);
        Button delete = new Button(getTranslation("work.forget.delete"), event -> forget(problem));
        delete.setId("forget-delete");
        delete.setEnabled(false);
        delete.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        sure.addValueChangeListener(event -> delete.setEnabled(event.getValue()));
        Button keep = new Button(getTranslation("work.forget.keep"), event -> dialog.close());
        keep.setId("forget-keep");
        dialog.getFooter().add(keep, delete);
        return dialog;
    }

    private void forget(Div problem) {
        problem.removeAll();
        try {
            desk.archive().forget(learner.id());
        } catch (StoreUnavailableException e) {
            problem.add(Texts.paragraph(getTranslation("work.away")));
            return;
        }
        // All pages of this visit end, so that none goes on as somebody who is no more; the next one has a learner of
        // its own
        UI.getCurrent().getPage().executeJs("window.strideForget($0, $1)", learner.tag(), NEXT);
        VaadinSession.getCurrent().close();
    }
}
