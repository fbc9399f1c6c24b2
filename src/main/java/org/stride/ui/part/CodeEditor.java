package org.stride.ui.part;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.shared.Registration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stride.learner.Draft;

/**
 * Python to be typed, under a label for those who do not see it. With a draft key the page saves what is typed by itself. It
 * tells the text here when the focus leaves the editor, and whenever it is to be run or checked. A text longer than
 * {@link #MAX_LENGTH} is neither saved nor told; the editor itself says so.
 */
@Tag("stride-code-editor")
@Uses(CodeDiff.class)
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
    private static final int UNKNOWN = -1;
    private static final String CHANGED = "value-changed";

    private String value = "";
    private boolean tooLong;
    private int counted;

    public CodeEditor() {
        getElement().setProperty("maxLength", MAX_LENGTH);
        getElement().setPropertyMap("texts", CodeEditorTexts.of(this::getTranslation));
        addChangeListener(text -> {}); // keeps the value up to date
    }

    /**
     * Has what is typed saved, in the browser and on the server. Without this it is kept nowhere.
     *
     * @param learnerTag names the learner among those who share a browser, and says nothing else of them
     * @param exercise whose draft it is
     */
    public void setDraftKey(String learnerTag, String exercise) {
        getElement().setProperty("learner", learnerTag);
        getElement().setProperty("exercise", exercise);
    }

    /** Has what is typed kept in the browser only, as long as it has room. */
    public void setScratchKey(String learnerTag, String exercise) {
        setDraftKey(learnerTag, exercise);
        getElement().setProperty("scratched", true);
    }

    /**
     * Before the editor opens, offers a draft: what the browser has typed since wins, and if both changed, the learner is
     * asked. Once it is open, puts the text in the place of what is there; that is then one undo away.
     */
    public void setDraft(Served draft) {
        Instant savedAt = draft.savedAt();
        getElement().setProperty("servedRevision", (double) draft.revision());
        getElement().setProperty("servedAt", savedAt == null ? 0.0 : (double) savedAt.toEpochMilli());
        getElement().setProperty("servedEditor", draft.editor());
        getElement().setProperty("servedSequence", (double) draft.sequence());
        serve(draft.text());
        getElement().setProperty("serving", ++counted);
    }

    /** A text that is no draft, such as an example. */
    public void setValue(String value) {
        setDraft(Served.none(value));
    }

    private void serve(String text) {
        value = text;
        tooLong = text.length() > MAX_LENGTH;
        getElement().setProperty("served", AsciiJson.of(text));
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
        getElement().setProperty("judgement", ++counted);
    }

    /** Leads the learner to a line, counted from 1. */
    public void goTo(int line) {
        getElement().callJsFunction("goTo", line);
    }

    /** Calls the listener when the focus leaves a text that has changed, and when another text takes its place. */
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
        if (!event.isInitialAttach()) {
            // An element that is made anew begins with what was typed in the old one. Only the page knows what was
            // saved since
            serve(value);
            getElement().setProperty("servedRevision", UNKNOWN);
        }
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

    /**
     * What the server has.
     *
     * @param revision counts the texts that the draft has had; 0 if there is none, -1 if the database did not say
     * @param editor which editor of which tab has saved it; empty if none has
     * @param sequence with which of its saves
     */
    public record Served(
            String text, long revision, @Nullable Instant savedAt, String editor, long sequence) {
        /** A text to begin with. */
        public static Served none(String text) {
            return new Served(text, 0, null, "", 0);
        }

        /** A text to begin with, if it turns out that there is no draft. */
        public static Served unknown(String text) {
            return new Served(text, UNKNOWN, null, "", 0);
        }

        public static Served of(Draft draft) {
            return new Served(draft.text(), draft.revision(), draft.savedAt(), draft.editor(), draft.sequence());
        }
    }
}
