package org.stride.ui.part;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;

/** The database does not answer: says what that means, and lets the learner try again. */
public final class AwayPanel extends Section {
    private static final long serialVersionUID = 1L;

    public AwayPanel() {
        addClassName("stride-error");
        setId("away");
        Button again = new Button(
                getTranslation("away.again"), event -> UI.getCurrent().refreshCurrentRoute(false));
        again.setId("again");
        add(new H1(getTranslation("away.title")), Texts.paragraph(getTranslation("away.text")), again);
    }
}
