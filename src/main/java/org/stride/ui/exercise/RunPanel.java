package org.stride.ui.exercise;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.function.SerializableConsumer;
import org.stride.exercise.Choice;
import org.stride.ui.part.Listing;
import org.stride.ui.part.ProgressLine;

/** The picked card in full: its listing, the learner's prediction, and the run. */
final class RunPanel extends Section {
    private static final long serialVersionUID = 1L;

    private final H2 title = new H2();
    private final Div listing = new Div();
    private final RadioButtonGroup<Boolean> prediction = new RadioButtonGroup<>();
    private final Button run = new Button();
    private final ProgressLine line = new ProgressLine("cancel");

    /** @param onRun told the prediction: whether the card is expected to pass */
    RunPanel(SerializableConsumer<Boolean> onRun) {
        addClassName("stride-run");
        prediction.setLabel(getTranslation("run.prediction"));
        prediction.setItems(true, false);
        prediction.setItemLabelGenerator(passes -> getTranslation(passes ? "run.passes" : "run.fails"));
        prediction.addValueChangeListener(event -> run.setEnabled(event.getValue() != null));
        run.setText(getTranslation("run.run"));
        run.addThemeVariants(ButtonVariant.PRIMARY);
        run.setId("run");
        run.addClickListener(event -> {
            if (!line.isRunning() && prediction.getValue() != null) {
                onRun.accept(prediction.getValue());
            }
        });
        Div controls = new Div(prediction, run);
        controls.addClassName("stride-run-controls");
        add(title, listing, controls, line);
    }

    /** Shows a card; the prediction starts anew. */
    void show(Choice choice) {
        title.setText(getTranslation("run.title", choice.letter()));
        listing.removeAll();
        listing.add(new Listing(
                getTranslation("run.listing", choice.letter()),
                choice.listing().code(),
                choice.listing().decisiveLines()));
        prediction.clear();
        run.setEnabled(false);
    }

    /** On a narrow screen the listing lies below all cards: brings it into view, unless it is there already. */
    void scrollIntoViewIfHidden() {
        getElement().executeJs("""
                const top = this.getBoundingClientRect().top;
                if (top < 0 || top > innerHeight / 2) {
                  this.scrollIntoView();
                }""");
    }

    /** The run of the card, or of its comparison. The button to run stays as it is meanwhile: switched off, it would let go of the focus. */
    ProgressLine line() {
        return line;
    }
}
