package org.stride.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;

/** Chooses light, dark, or whatever the system prefers; the browser remembers. */
@Tag("stride-color-scheme")
@JsModule("./color-scheme/color-scheme.ts")
class ColorSchemeSwitch extends Component {
    private static final long serialVersionUID = 1L;

    ColorSchemeSwitch() {
        getElement()
                .setPropertyMap(
                        "texts",
                        Map.of(
                                "label", getTranslation("color_scheme.label"),
                                "auto", getTranslation("color_scheme.auto"),
                                "light", getTranslation("color_scheme.light"),
                                "dark", getTranslation("color_scheme.dark")));
    }
}
