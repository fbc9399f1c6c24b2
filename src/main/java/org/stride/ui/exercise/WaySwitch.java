package org.stride.ui.exercise;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.function.SerializableConsumer;

/** Two buttons, of which one is pressed: pick a ready-made way, or write one. */
final class WaySwitch extends Div {
    private static final long serialVersionUID = 1L;

    private final NativeButton pick = new NativeButton(getTranslation("way.pick"));
    private final NativeButton write = new NativeButton(getTranslation("way.write"));

    /** @param onChange told whether the learner wants to write */
    WaySwitch(SerializableConsumer<Boolean> onChange) {
        addClassNames("stride-segments", "stride-ways");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("way.label"));
        pick.setId("way-pick");
        write.setId("way-write");
        pick.addClickListener(event -> onChange.accept(false));
        write.addClickListener(event -> onChange.accept(true));
        add(pick, write);
    }

    void show(boolean writing) {
        pick.getElement().setAttribute("aria-pressed", String.valueOf(!writing));
        write.getElement().setAttribute("aria-pressed", String.valueOf(writing));
    }
}
