package org.stride.ui.error;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.stride.ui.part.Texts;

/** Something that a page was doing has failed: says so over the page, which stays as it is. */
final class FailureDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private FailureDialog(Failure failure) {
        setId("failure");
        setRole("alertdialog");
        setHeaderTitle(getTranslation("failure.title"));
        Div text = new Div(
                Texts.paragraph(getTranslation("failure.text")),
                Texts.paragraph(getTranslation("failure.advice", failure.id())));
        text.addClassName("stride-dialog-text");
        add(text);
        Button reload = new Button(getTranslation("system.reload"), event -> reload());
        Button close = new Button(getTranslation("failure.close"), event -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(reload, close);
    }

    private static void reload() {
        UI.getCurrent().getPage().reload();
    }

    /** Whatever fails while one is open is in the log alone: more boxes would tell the learner nothing more. */
    static void show(UI ui, Failure failure) {
        FailureDialog open = ComponentUtil.getData(ui, FailureDialog.class);
        if (open != null && open.isOpened()) {
            return;
        }
        FailureDialog dialog = new FailureDialog(failure);
        ComponentUtil.setData(ui, FailureDialog.class, dialog);
        dialog.open();
    }
}
