package org.stride.ui.part;

import com.vaadin.flow.component.Component;
import org.stride.python.Unavailable;
import org.stride.report.UnavailableWording;

/** Why no code can be run, and how to mend it, in a few friendly words. */
public final class UnavailableText {
    private UnavailableText() {}

    /** Text with code in backticks, in the language of the page that the component is on. */
    public static String of(Component page, Unavailable reason) {
        return new UnavailableWording(page::getTranslation).sentence(reason);
    }
}
