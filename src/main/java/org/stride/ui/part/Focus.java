package org.stride.ui.part;

import com.vaadin.flow.component.Component;

/** Where the keyboard goes on when what was pressed is gone: without it, it would begin at the top of the page again. */
public final class Focus {
    private Focus() {}

    /** Focuses what need not be a control, such as the message that has come in place of a button. */
    public static void moveTo(Component place) {
        place.getElement().setAttribute("tabindex", "-1").callJsFunction("focus");
    }
}
