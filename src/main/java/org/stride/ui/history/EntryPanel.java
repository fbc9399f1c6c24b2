package org.stride.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Optional;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.learner.Attempt;
import org.stride.learner.Entry;
import org.stride.learner.KeptText;
import org.stride.learner.StoreUnavailableException;
import org.stride.ui.part.Listing;
import org.stride.ui.part.Texts;

/** One entry, opened: what was told, what changed, and the text itself. */
final class EntryPanel extends Article {
    private static final long serialVersionUID = 1L;

    private final H2 title = new H2();
    private final Paragraph when = new Paragraph();
    private final Div actions = new Div();
    private final Paragraph notice = new Paragraph();

    private EntryPanel(Place place, String what, String when) {
        addClassName("stride-opened");
        setId("opened");
        title.setText(what);
        // The focus comes here where the list makes room for the entry
        title.getElement().setAttribute("tabindex", "-1");
        this.when.setText(when);
        this.when.addClassName("stride-muted");
        actions.addClassName("stride-write-controls");
        notice.addClassName("stride-muted");
        notice.getElement().setAttribute("role", "status");
        RouterLink back = place.list().link();
        back.setText(getTranslation("history.all_entries"));
        back.addClassName("stride-back");
        Header header = new Header(back, title, this.when, actions, notice);
        header.addClassName("stride-opened-header");
        add(header);
    }

    static EntryPanel of(Attempt.OfCard attempt, Exercise exercise, Place place, String what, String when) {
        EntryPanel panel = new EntryPanel(place, what, when);
        panel.add(panel.prediction(attempt), new ToldPanel(attempt.told()), panel.card(attempt.letter(), exercise));
        return panel;
    }

    /** @param reason why it had to make room */
    static EntryPanel of(KeptText kept, Place place, String what, String when, String reason) {
        EntryPanel panel = new EntryPanel(place, what, when);
        panel.add(Texts.paragraph(reason));
        return panel.text(kept.text());
    }

    static EntryPanel of(Attempt.OfCode attempt, Place place, String what, String when) {
        EntryPanel panel = new EntryPanel(place, what, when);
        panel.add(new ToldPanel(attempt.told()));
        return panel.text(attempt.code());
    }

    /** What was typed elsewhere. */
    static EntryPanel elsewhere(Place place, String when, String code) {
        Section none = new Section();
        EntryPanel panel = new EntryPanel(place, none.getTranslation("history.elsewhere"), when);
        panel.add(Texts.paragraph(none.getTranslation("history.elsewhere.explanation")));
        return panel.text(code);
    }

    /** The text of an entry; empty if it is a card. */
    static Optional<String> textOf(Entry entry) {
        return switch (entry) {
            case Attempt.OfCode code -> Optional.of(code.code());
            case KeptText kept -> Optional.of(kept.text());
            case Attempt.OfCard card -> Optional.empty();
        };
    }

    /** Shows before the text what changed in it. */
    EntryPanel comparing(ComparePanel changes) {
        addComponentAtIndex((int) getChildren().count() - 1, changes);
        return this;
    }

    /** Offers to do something; if the database does not answer, that is said and nothing is changed. */
    EntryPanel offering(String id, String text, SerializableRunnable action) {
        Button button = new Button(text, event -> {
            try {
                action.run();
            } catch (StoreUnavailableException e) {
                say(getTranslation("history.away"));
            }
        });
        button.setId(id);
        actions.add(button);
        return this;
    }

    void say(String word) {
        notice.setText(word);
    }

    /** Where only the entry is on screen, the focus goes where it begins. */
    void focusIfAlone() {
        title.getElement()
                .executeJs("const list = document.querySelector('.stride-entries');"
                        + " if (!list || !list.checkVisibility()) this.focus()");
    }

    private EntryPanel text(String code) {
        add(section(getTranslation("history.text"), new Listing(getTranslation("history.text"), code, List.of())));
        return this;
    }

    private Component prediction(Attempt.OfCard attempt) {
        String key = attempt.predictedPass()
                ? attempt.passed() ? "history.expected.pass.passed" : "history.expected.pass.failed"
                : attempt.passed() ? "history.expected.fail.passed" : "history.expected.fail.failed";
        Paragraph line = new Paragraph(getTranslation(key));
        line.addClassName("stride-prediction");
        return line;
    }

    /** Of a card that was in an older version and is no more there is nothing to show. */
    private Component card(String letter, Exercise exercise) {
        String label = getTranslation("run.listing", letter);
        Optional<Choice> card = exercise.choice(letter);
        return section(
                label,
                card.<Component>map(choice -> new Listing(
                                label, choice.listing().code(), choice.listing().decisiveLines()))
                        .orElseGet(() -> new Paragraph(getTranslation("history.card_gone"))));
    }

    private static Section section(String title, Component content) {
        Section section = new Section(new H3(title), content);
        section.addClassName("stride-notes");
        return section;
    }
}
