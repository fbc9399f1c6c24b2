package org.stride.ui.keyboard;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.ui.ViewTest;

/** The sheet as the page makes it; that every key on it is bound is for {@code ShortcutsIT} to see. */
class ShortcutSheetTest extends ViewTest {
    private static void ask(boolean mac, boolean questionMark) {
        ShortcutsButton button = _get(ShortcutsButton.class);
        var data = JacksonUtils.createObjectNode();
        data.put("event.detail.mac", mac);
        data.put("event.detail.questionMark", questionMark);
        button.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(button.getElement(), "sheet-asked", data));
    }

    @ParameterizedTest(name = "/{0}")
    @ValueSource(strings = {"", "exercise/zero_pad", "lesson/opening", "progress", "work", "admin/sandbox", "nowhere"})
    void everyPageOpensIt(String address) {
        open(address);
        _assertNone(ShortcutSheet.class);

        ask(false, true);

        assertThat(textOf(_get(ShortcutSheet.class))).contains("Check the function", "Ctrl", "In a moving picture");
        _click(_get(Button.class, spec -> spec.withId("shortcuts-close")));
        _assertNone(ShortcutSheet.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyHasItsLine(Shortcut shortcut) {
        open("progress");
        ask(false, true);

        assertThat(_get(ShortcutSheet.class).getChildren().map(ViewTest::textOf))
                .anyMatch(text -> text.contains(_get(ShortcutSheet.class).getTranslation(shortcut.text())));
        assertThat(shortcut.keys(true)).doesNotContain("Mod", "Alt", "Shift", "Ctrl");
        assertThat(shortcut.keys(false)).doesNotContain("Mod", "⌘");
    }

    @Test
    void onAnAppleTheKeysAreCalledAsTheyAreThere() {
        open("progress");
        ask(true, true);

        assertThat(textOf(_get(ShortcutSheet.class))).contains("⌘").doesNotContain("Ctrl");
        assertThat(_get(
                                DescriptionList.class,
                                spec -> spec.withPredicate(list -> textOf(list).contains("Redo")))
                        .getElement()
                        .getTextRecursively())
                .contains("Command");
    }

    @Test
    void theSwitchShowsWhatTheBrowserKeeps() {
        open("progress");
        ask(false, false);

        assertThat(_get(Checkbox.class, spec -> spec.withId("shortcuts-switch")).getValue())
                .isFalse();
    }
}
