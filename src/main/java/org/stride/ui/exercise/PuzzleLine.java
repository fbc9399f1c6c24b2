package org.stride.ui.exercise;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;

/** A line of a puzzle, with the buttons that move it and leave it out. */
final class PuzzleLine extends ListItem {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final Button up = new Button("↑");
    private final Button down = new Button("↓");
    private final Button use = new Button();
    private boolean leftOut;

    /**
     * @param onMove asked to move it, up if true
     * @param onUse told that it was left out or brought back
     */
    PuzzleLine(
            String code, SerializableBiConsumer<PuzzleLine, Boolean> onMove, SerializableConsumer<PuzzleLine> onUse) {
        this.code = code;
        up.addClickListener(event -> onMove.accept(this, true));
        down.addClickListener(event -> onMove.accept(this, false));
        use.addClickListener(event -> {
            leftOut = !leftOut;
            showUse();
            onUse.accept(this);
        });
        Pre text = new Pre(code);
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "group");
        text.getElement().setAttribute("aria-label", code.strip());
        Div buttons = new Div(up, down, use);
        buttons.addClassName("stride-puzzle-buttons");
        addClassName("stride-puzzle-line");
        add(text, buttons);
        showUse();
    }

    String code() {
        return code;
    }

    boolean isLeftOut() {
        return leftOut;
    }

    void number(int place, int total) {
        up.setEnabled(place > 1);
        down.setEnabled(place < total);
    }

    /** Moving takes the focus away: back to the button that was pressed, or to the other one if that has nothing left to do. */
    void focus(boolean upwards) {
        Button pressed = upwards ? up : down;
        (pressed.isEnabled() ? pressed : upwards ? down : up).focus();
    }

    private void showUse() {
        setClassName("stride-puzzle-left-out", leftOut);
        use.setText(getTranslation(leftOut ? "puzzle.bring_back" : "puzzle.leave_out"));
        label(up, "puzzle.up");
        label(down, "puzzle.down");
        label(use, leftOut ? "puzzle.bring_back.line" : "puzzle.leave_out.line");
    }

    private void label(Button button, String key) {
        button.getElement().setAttribute("aria-label", text(key));
    }

    private String text(String key) {
        return getTranslation(key, code.strip());
    }
}
