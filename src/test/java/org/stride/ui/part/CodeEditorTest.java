package org.stride.ui.part;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.ui.ViewTest;
import org.stride.ui.part.CodeEditor.Served;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CodeEditorTest extends ViewTest {
    private CodeEditor editor;

    @BeforeEach
    void showEditor() {
        editor = new CodeEditor();
        UI.getCurrent().add(editor);
    }

    private void send(String type, String text, boolean tooLong) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("event.detail.value", text).put("event.detail.tooLong", tooLong);
        _fireDomEvent(editor.getElement(), new DomEvent(editor.getElement(), type, data));
    }

    private JsonNode property(String name) {
        return (JsonNode) editor.getElement().getPropertyRaw(name);
    }

    @Test
    void whatIsTypedIsTheValueAndListenersHearOfIt() {
        List<String> heard = new ArrayList<>();
        editor.addChangeListener(heard::add);

        send("value-changed", "a = 1", false);

        assertThat(editor.getValue()).isEqualTo("a = 1");
        assertThat(heard).containsExactly("a = 1");
    }

    @Test
    void aRunAndACheckCarryTheTextOnScreen() {
        List<String> heard = new ArrayList<>();
        editor.addRunListener(text -> heard.add("run " + text));
        editor.addCheckListener(text -> heard.add("check " + text));
        editor.setValue("old");

        send("run-requested", "a = 1", false);
        send("check-requested", "a = 2", false);

        assertThat(heard).containsExactly("run a = 1", "check a = 2");
        assertThat(editor.getValue()).isEqualTo("a = 2");
    }

    @Test
    void aTextThatIsTooLongIsNotTakenAndTheOneBeforeStays() {
        send("value-changed", "short", false);
        List<String> run = new ArrayList<>();
        editor.addRunListener(run::add);

        send("value-changed", "", true);

        assertThat(editor.isTooLong()).isTrue();
        assertThat(editor.getValue()).isEqualTo("short");

        send("run-requested", "x".repeat(CodeEditor.MAX_LENGTH + 1), false);

        assertThat(run).isEmpty();
        assertThat(editor.getValue()).isEqualTo("short");

        send("value-changed", "x".repeat(CodeEditor.MAX_LENGTH), false);

        assertThat(editor.isTooLong()).isFalse();
        assertThat(editor.getValue()).hasSize(CodeEditor.MAX_LENGTH);
    }

    @Test
    void theSameTextSetAgainReachesThePageAgain() {
        editor.setValue("start");
        int serving = editor.getElement().getProperty("serving", 0);
        send("value-changed", "typed", false);

        editor.setValue("start");

        assertThat(editor.getElement().getProperty("served")).isEqualTo("\"start\"");
        assertThat(editor.getElement().getProperty("serving", 0)).isEqualTo(serving + 1);
        assertThat(editor.getValue()).isEqualTo("start");
    }

    @Test
    void aDraftReachesThePageWithAllThatIsKnownOfIt() {
        editor.setDraftKey("f00d", "zero_pad");
        editor.setDraft(
                new Served("text", 9_007_199_254_740_991L, Instant.ofEpochMilli(1_900_000_000_123L), "e-1", 42));

        Element element = editor.getElement();
        assertThat(element.getProperty("learner")).isEqualTo("f00d");
        assertThat(element.getProperty("exercise")).isEqualTo("zero_pad");
        assertThat(element.getProperty("servedRevision", 0.0)).isEqualTo(9_007_199_254_740_991.0);
        assertThat(element.getProperty("servedAt", 0.0)).isEqualTo(1_900_000_000_123.0);
        assertThat(element.getProperty("servedEditor")).isEqualTo("e-1");
        assertThat(element.getProperty("servedSequence", 0)).isEqualTo(42);
        assertThat(editor.getValue()).isEqualTo("text");
    }

    @Test
    void aTextWithoutADraftWasNeverSaved() {
        editor.setValue("start");

        assertThat(editor.getElement().getProperty("servedRevision", -5)).isZero();
        assertThat(editor.getElement().getProperty("servedAt", -5)).isZero();
        assertThat(editor.getElement().getProperty("learner")).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"half a pair \ud83d", "\0", "\u202e\u2028\ufeff", "</script>\"\\", "漢字 😀"})
    void everyCharacterReachesThePage(String text) {
        editor.setValue(text);

        String served = editor.getElement().getProperty("served");
        assertThat(served).matches("\\p{ASCII}*");
        assertThat(JsonMapper.shared().readValue(served, String.class)).isEqualTo(text);
    }

    @Test
    void anEditorThatIsShownAgainBeginsWithWhatWasTypedAndAsksWhatWasSavedSince() {
        editor.setDraft(new Served("start", 3, Instant.EPOCH, "e-1", 1));
        send("value-changed", "typed", false);

        UI.getCurrent().remove(editor);
        UI.getCurrent().add(editor);

        assertThat(editor.getElement().getProperty("served")).isEqualTo("\"typed\"");
        assertThat(editor.getElement().getProperty("servedRevision", 0)).isEqualTo(-1);
    }

    @Test
    void aMarkTakesTheTextOfItsLineAlong() {
        Mark.Variable variable = new Mark.Variable("n_H", "3");
        Mark mark = new Mark(2, 5, Mark.Severity.WARNING, "<b>n_H</b>", List.of(variable));

        editor.setMarks("a = 1\n    b = 2\n", List.of(mark, Mark.of(3, Mark.Severity.ERROR, "end")));

        JsonNode first = property("marks").get(0);
        assertThat(first.get("line").asInt()).isEqualTo(2);
        assertThat(first.get("column").asInt()).isEqualTo(5);
        assertThat(first.get("text").asString()).isEqualTo("    b = 2");
        assertThat(first.get("severity").asString()).isEqualTo("warning");
        assertThat(first.get("message").asString()).isEqualTo("<b>n_H</b>");
        assertThat(first.get("variables").get(0).get("value").asString()).isEqualTo("3");
        assertThat(property("marks").get(1).get("text").isNull()).isTrue();
    }

    @Test
    void equalMarksSetAgainReachThePageAgain() {
        editor.setMarks("a", List.of());
        int judgement = editor.getElement().getProperty("judgement", 0);

        editor.setMarks("a", List.of());

        assertThat(editor.getElement().getProperty("judgement", 0)).isEqualTo(judgement + 1);
    }

    @Test
    void aMarkCountsLinesAndColumnsFromOne() {
        assertThatThrownBy(() -> Mark.of(0, Mark.Severity.INFO, "")).hasMessageContaining("from 1, not 0");
        assertThatThrownBy(() -> new Mark(1, 0, Mark.Severity.INFO, "", List.of()))
                .hasMessageContaining("from 1, not 1, 0");
    }

    @Test
    void everyWordIsTranslated() {
        JsonNode texts = property("texts");

        assertThat(texts.get("hint").asString()).contains("{mod}+Enter");
        assertThat(texts.get("phrases").get("match case").asString()).isEqualTo("Match case");
        assertThat(texts.get("status").get("saved").asString()).isEqualTo("saved {time}");
        assertThat(texts.get("choice").get("keep").asString()).isEqualTo("Keep the version here");
        assertThat(texts.get("diff").get("none").asString()).isEqualTo("No difference.");
        assertThat(texts.toString()).doesNotContain("!{");
    }
}
