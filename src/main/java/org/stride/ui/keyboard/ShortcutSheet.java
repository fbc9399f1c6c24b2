package org.stride.ui.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All keys that do something, by where the focus has to be, and the switch for the one that is a single sign. */
final class ShortcutSheet extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What is read aloud in the place of a sign, or shown: the texts of arrows and the long key, the names of others. */
    private static final Map<String, String> TEXTS = Map.of(
            "←", "shortcuts.key.left",
            "↑", "shortcuts.key.up",
            "→", "shortcuts.key.right",
            "↓", "shortcuts.key.down",
            "Space", "shortcuts.key.space");

    private static final Map<String, String> NAMES = Map.of("⌘", "Command", "⌥", "Option", "⇧", "Shift");

    /**
     * @param mac whether the keyboard is an Apple one
     * @param questionMark whether the sheet opens with its key
     * @param switched hears of the learner’s choice
     */
    ShortcutSheet(boolean mac, boolean questionMark, Consumer<Boolean> switched) {
        setId("shortcuts");
        setHeaderTitle(getTranslation("shortcuts.title"));
        Div places = new Div();
        places.addClassName("stride-shortcuts");
        // Where it scrolls, the arrow keys have to get there
        places.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("shortcuts.title"));
        for (Shortcut.Place place : Shortcut.Place.values()) {
            places.add(section(place, mac));
        }
        Checkbox choice = new Checkbox(getTranslation("shortcuts.switch"), questionMark);
        choice.setId("shortcuts-switch");
        choice.addValueChangeListener(event -> switched.accept(event.getValue()));
        add(places);
        Button close = new Button(getTranslation("shortcuts.close"), event -> close());
        close.setId("shortcuts-close");
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(choice, close);
    }

    private Component section(Shortcut.Place place, boolean mac) {
        DescriptionList list = new DescriptionList();
        for (Shortcut shortcut : place.shortcuts()) {
            DescriptionList.Term keys = new DescriptionList.Term();
            keys(shortcut.keys(mac)).forEach(keys::add);
            Div row = new Div(keys, new DescriptionList.Description(getTranslation(shortcut.text())));
            row.getElement().setAttribute("data-shortcut", shortcut.name());
            list.getElement().appendChild(row.getElement());
        }
        return new Section(new H3(getTranslation(place.text())), list);
    }

    private List<Component> keys(String keys) {
        List<Component> shown = new ArrayList<>();
        for (String word : keys.split(" ", -1)) {
            switch (word) {
                case "|" -> shown.add(between(getTranslation("shortcuts.or")));
                case ">" -> shown.add(between(getTranslation("shortcuts.then")));
                default -> shown.add(chord(word));
            }
        }
        return shown;
    }

    private static Span between(String word) {
        Span between = new Span(word);
        between.addClassName("stride-muted");
        return between;
    }

    /** Keys that are pressed together. */
    private Span chord(String keys) {
        Span chord = new Span();
        for (String key : keys.split("\\+", -1)) {
            chord.getElement().appendChild(key(key));
        }
        return chord;
    }

    private Element key(String key) {
        Element shown = new Element("kbd");
        shown.setAttribute("data-key", key);
        String text = TEXTS.get(key);
        String name = text == null ? NAMES.getOrDefault(key, key) : getTranslation(text);
        if (key.length() > 1 || name.equals(key)) {
            shown.setText(name);
            return shown;
        }
        Span sign = new Span(key);
        sign.getElement().setAttribute("aria-hidden", "true");
        Span spoken = new Span(name);
        spoken.addClassName("stride-visually-hidden");
        shown.appendChild(sign.getElement(), spoken.getElement());
        return shown;
    }
}
