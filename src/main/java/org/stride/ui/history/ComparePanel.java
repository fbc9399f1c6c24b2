package org.stride.ui.history;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.stride.ui.part.CodeDiff;

/** What changed between a text and another one, which the learner may choose. */
final class ComparePanel extends Section {
    private static final long serialVersionUID = 1L;

    private static final String ID = "compare-with";

    private final transient List<Other> others;
    private final transient Other chosen;
    private final SerializableConsumer<String> onChoose;

    /**
     * A text to compare with.
     *
     * @param key names it in the address
     * @param label names it for people
     */
    record Other(String key, String label) {}

    /**
     * Two texts of which one came first.
     *
     * @param beforeLabel whose the first is, or of when
     */
    record Pair(String beforeLabel, String before, String afterLabel, String after) {}

    /** @param onChoose told the key of what the learner wants to compare with */
    ComparePanel(List<Other> others, Other chosen, Pair pair, SerializableConsumer<String> onChoose) {
        this.others = others;
        this.chosen = chosen;
        this.onChoose = onChoose;
        addClassName("stride-changes");
        setId("changes");
        NativeLabel label = new NativeLabel(getTranslation("history.compare_with"));
        label.setFor(ID);
        add(new H3(getTranslation("history.changes")), label);
        getElement().appendChild(select());
        add(new CodeDiff(pair.beforeLabel(), pair.before(), pair.afterLabel(), pair.after()));
    }

    /** The browser's own, filled there: hundreds of entries come as two lists of words. */
    private Element select() {
        Element select = new Element("select");
        select.setAttribute("id", ID);
        select.executeJs(
                "$0.forEach((key, i) => this.add(new Option($1[i], key))); this.value = $2",
                others.stream().map(Other::key).toList(),
                others.stream().map(Other::label).toList(),
                chosen.key());
        select.addEventListener(
                        "change",
                        event ->
                                choose(event.getEventData().get("element.value").asString()))
                .addEventData("element.value");
        return select;
    }

    /** Nothing but what is offered can be chosen. */
    void choose(String key) {
        if (others.stream().anyMatch(other -> other.key().equals(key))) {
            onChoose.accept(key);
        }
    }

    List<Other> others() {
        return others;
    }

    Other chosen() {
        return chosen;
    }
}
