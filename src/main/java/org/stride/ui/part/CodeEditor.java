package org.stride.ui.part;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Python to be typed, under a label for those who do not see it. The page tells the text after every pause, and whenever it
 * is to be run or checked. A text longer than {@link #MAX_LENGTH} is not told; the editor itself says so.
 */
@Tag("stride-code-editor")
@NpmPackage(value = "@codemirror/autocomplete", version = "6.20.4")
@NpmPackage(value = "@codemirror/commands", version = "6.11.1")
@NpmPackage(value = "@codemirror/lang-python", version = "6.2.1")
@NpmPackage(value = "@codemirror/language", version = "6.13.1")
@NpmPackage(value = "@codemirror/search", version = "6.7.2")
@NpmPackage(value = "@codemirror/state", version = "6.7.6")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@JsModule("./code-editor/code-editor.ts")
@CssImport("./theme/tokens.css")
public final class CodeEditor extends Component implements HasEnabled, HasLabel {
    /** The longest text that is taken, in characters. */
    public static final int MAX_LENGTH = 100_000;

    private static final long serialVersionUID = 1L;
    private static final String CHANGED = "value-changed";

    private String value = "";
    private boolean tooLong;
    private int revision;

    public CodeEditor() {
        getElement().setProperty("maxLength", MAX_LENGTH);
        getElement().setPropertyMap("texts", CodeEditorTexts.of(this::getTranslation));
        addChangeListener(text -> {}); // keeps the value up to date
    }

    /** Under which name the browser keeps the draft. It names the learner too where several share a browser. */
    public void setStorageKey(String key) {
        getElement().setProperty("storageKey", key);
    }

    /**
     * Before the editor opens, offers a text: the browser's draft wins if it grew out of a text that the browser knows.
     * Once it is open, puts the text in the place of what is there. Either way, what was typed is one undo away.
     */
    public void setValue(String value) {
        this.value = value;
        tooLong = value.length() > MAX_LENGTH;
        getElement().setProperty("served", value);
        getElement().setProperty("revision", ++revision);
    }

    /** The text as the page last told it. */
    public String getValue() {
        return value;
    }

    /** Whether the text on screen is too long to be taken, so that {@link #getValue()} is an older one. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** Marks lines of a source that was judged, instead of those marked before; the page finds them even if they moved. */
    public void setMarks(String source, List<Mark> marks) {
        getElement().setPropertyList("marks", Mark.on(source, marks));
        getElement().setProperty("judgement", ++revision);
    }

    /** Leads the learner to a line, counted from 1. */
    public void goTo(int line) {
        getElement().callJsFunction("goTo", line);
    }

    /** Calls the listener after every pause in typing, and when a text becomes too long or short enough. */
    public Registration addChangeListener(Consumer<String> listener) {
        return listen(CHANGED, listener);
    }

    /** Calls the listener with the text on screen when the learner presses Ctrl or Cmd and Enter. */
    public Registration addRunListener(Consumer<String> listener) {
        return listen("run-requested", listener);
    }

    /** Calls the listener with the text on screen when the learner presses Ctrl or Cmd, Shift and Enter. */
    public Registration addCheckListener(Consumer<String> listener) {
        return listen("check-requested", listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        // An element that is made anew begins with what was typed in the old one
        getElement().setProperty("served", value);
    }

    private Registration listen(String type, Consumer<String> listener) {
        return getElement()
                .addEventListener(type, event -> {
                    // Whoever sends the event, no more is taken than the editor itself would send.
                    var data = event.getEventData();
                    String text = data.path("event.detail.value").asString("");
                    tooLong = data.path("event.detail.tooLong").asBoolean(false) || text.length() > MAX_LENGTH;
                    value = tooLong ? value : text;
                    if (!tooLong || type.equals(CHANGED)) {
                        listener.accept(value);
                    }
                })
                .addEventData("event.detail.value")
                .addEventData("event.detail.tooLong");
    }
}
