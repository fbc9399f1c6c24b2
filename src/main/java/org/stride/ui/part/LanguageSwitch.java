package org.stride.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stride.ui.language.Language;

/** Chooses the language of all pages; the browser remembers. The page comes anew, and what was typed is there again. */
@Tag("stride-language")
@JsModule("./language/language-switch.ts")
class LanguageSwitch extends Component {
    private static final long serialVersionUID = 1L;

    LanguageSwitch() {
        List<Map<String, String>> languages = Arrays.stream(Language.values())
                .map(language -> Map.of("code", language.code(), "tag", language.tag(), "name", language.ownName()))
                .toList();
        getElement().setProperty("label", getTranslation("language.label"));
        getElement().setProperty("cookie", Language.COOKIE);
        getElement()
                .setProperty(
                        "current",
                        Language.of(getLocale()).orElse(Language.ENGLISH).code());
        getElement().setPropertyList("languages", languages);
    }
}
