package org.stride.ui.keyboard;

import java.util.Arrays;
import java.util.List;

/**
 * Every key that does something by itself, and what it does. Keys pressed together are joined by {@code +}, those that do
 * two sides of one thing by {@code |}, and those that follow each other by {@code >}; the four arrows stand by themselves.
 */
enum Shortcut {
    SHEET(Place.PAGE, "?", "shortcuts.sheet"),
    NEXT(Place.PAGE, "Alt+PageDown", "shortcuts.next"),
    PREVIOUS(Place.PAGE, "Alt+PageUp", "shortcuts.previous"),
    SKIP(Place.PAGE, "Tab > Enter", "shortcuts.skip"),

    RUN(Place.EDITOR, "Mod+Enter", "shortcuts.run"),
    CHECK(Place.EDITOR, "Mod+Shift+Enter", "shortcuts.check"),
    INDENT(Place.EDITOR, "Tab | Shift+Tab", "shortcuts.indent"),
    LEAVE(Place.EDITOR, "Esc > Tab", "shortcuts.leave"),
    COMMENT(Place.EDITOR, "Mod+/", "shortcuts.comment"),
    UNDO(Place.EDITOR, "Mod+Z", "shortcuts.undo"),
    REDO(Place.EDITOR, "Ctrl+Y", "⌘+Shift+Z", "shortcuts.redo"),
    FIND(Place.EDITOR, "Mod+F", "shortcuts.find"),
    SAME(Place.EDITOR, "Mod+D", "shortcuts.same"),
    MOVE(Place.EDITOR, "Alt+↑ | Alt+↓", "shortcuts.move"),
    COPY(Place.EDITOR, "Shift+Alt+↑ | Shift+Alt+↓", "shortcuts.copy"),
    DELETE(Place.EDITOR, "Mod+Shift+K", "shortcuts.delete"),

    STEP(Place.PLAYER, "← | →", "shortcuts.step"),
    ENDS(Place.PLAYER, "Home | End", "shortcuts.ends"),
    PLAY(Place.PLAYER, "Space", "shortcuts.play"),
    CELL(Place.PLAYER, "← ↑ → ↓", "shortcuts.player_cell"),
    CHANGE(Place.PLAYER, "Enter | F2", "shortcuts.change"),
    KEEP(Place.PLAYER, "Enter | Esc", "shortcuts.keep"),

    ARRAY(Place.ARRAY, "← ↑ → ↓", "shortcuts.cell"),
    ROW(Place.ARRAY, "Home | End", "shortcuts.row"),
    CORNERS(Place.ARRAY, "Mod+Home | Mod+End", "shortcuts.corners");

    /** Where the focus has to be. */
    enum Place {
        PAGE("shortcuts.page"),
        EDITOR("shortcuts.editor"),
        PLAYER("shortcuts.player"),
        ARRAY("shortcuts.array");

        private final String text;

        Place(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        List<Shortcut> shortcuts() {
            return Arrays.stream(Shortcut.values())
                    .filter(shortcut -> shortcut.place == this)
                    .toList();
        }
    }

    private final Place place;
    private final String keys;
    private final String macKeys;
    private final String text;

    Shortcut(Place place, String keys, String text) {
        this(place, keys, keys, text);
    }

    Shortcut(Place place, String keys, String macKeys, String text) {
        this.place = place;
        this.keys = keys;
        this.macKeys = macKeys;
        this.text = text;
    }

    /** The keys as they are called on the keyboard in use. */
    String keys(boolean mac) {
        return mac
                ? macKeys.replace("Mod", "⌘").replace("Alt", "⌥").replace("Shift", "⇧")
                : keys.replace("Mod", "Ctrl");
    }

    /** The key of the sentence on what they do. */
    String text() {
        return text;
    }
}
