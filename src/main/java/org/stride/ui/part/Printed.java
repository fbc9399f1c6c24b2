package org.stride.ui.part;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Pre;
import java.util.regex.Pattern;

/** What a program printed, as text and nothing else: commands for a terminal are left out, other control characters shown. */
@Tag("pre")
public final class Printed extends Pre {
    private static final long serialVersionUID = 1L;

    /** Escape, a bracket, parameters and a letter: colours and the like. */
    private static final Pattern TERMINAL_COMMAND = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

    /** Where Unicode has pictures of the control characters. */
    private static final int PICTURES = 0x2400;

    public Printed(String label, String text) {
        super(readable(text));
        addClassName("stride-printed");
        // What is longer than the box scrolls, by the keyboard too
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
    }

    static String readable(String text) {
        StringBuilder readable = new StringBuilder();
        TERMINAL_COMMAND
                .matcher(text.replace("\r\n", "\n"))
                .replaceAll("")
                .codePoints()
                .map(Printed::readable)
                .forEach(readable::appendCodePoint);
        return readable.toString();
    }

    private static int readable(int character) {
        if (character == '\n' || character == '\t') {
            return character;
        }
        // Among them those that turn the direction of what follows
        boolean invisible = Character.getType(character) == Character.FORMAT;
        return character < ' ' ? PICTURES + character : invisible ? '\uFFFD' : character;
    }
}
