package org.stride.ui.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;

/**
 * Opens the sheet of keys, by a click or by {@code ?}, and listens to the keys of the page as a whole. Whether {@code ?}
 * counts is kept in the browser.
 */
@Tag("stride-shortcuts")
@JsModule("./shortcuts/shortcuts.ts")
public final class ShortcutsButton extends Component {
    private static final long serialVersionUID = 1L;
    private static final String MAC = "event.detail.mac";
    private static final String QUESTION_MARK = "event.detail.questionMark";

    public ShortcutsButton() {
        NativeButton button = new NativeButton(getTranslation("shortcuts.title"));
        button.addClassName("stride-link-button");
        button.getElement().setAttribute("aria-haspopup", "dialog");
        getElement().appendChild(button.getElement());
        getElement()
                .addEventListener("sheet-asked", event -> {
                    var asked = event.getEventData();
                    open(
                            asked.path(MAC).asBoolean(false),
                            asked.path(QUESTION_MARK).asBoolean(true));
                })
                .addEventData(MAC)
                .addEventData(QUESTION_MARK);
    }

    private void open(boolean mac, boolean questionMark) {
        new ShortcutSheet(mac, questionMark, chosen -> getElement().callJsFunction("keep", chosen)).open();
    }
}
