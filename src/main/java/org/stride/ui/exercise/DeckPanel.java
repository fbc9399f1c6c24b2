package org.stride.ui.exercise;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.learner.Progress;
import org.stride.learner.Summary;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.Texts;

/** The cards: right and flawed ways, mixed. A card shows its decisive lines and, once it was run, what came of it. */
final class DeckPanel extends Section {
    private static final long serialVersionUID = 1L;

    /** So many cards are dealt at first; the others come when asked for. */
    private static final int DEALT = 8;

    private final transient Exercise exercise;
    private final transient CurrentLearner learner;
    private transient Progress progress;
    private final Div cards = new Div();
    private final SerializableConsumer<String> onPick;
    /** Those that were dealt: a card that nobody has seen costs nothing. */
    private final transient Map<String, NativeButton> dealt = new HashMap<>();

    DeckPanel(Exercise exercise, CurrentLearner learner, SerializableConsumer<String> onPick) {
        this.exercise = exercise;
        this.learner = learner;
        this.onPick = onPick;
        progress = learner.progress();
        addClassName("stride-deck");
        cards.addClassName("stride-cards");
        exercise.deck().stream().limit(DEALT).forEach(this::deal);
        add(new H2(getTranslation("deck.title")), Texts.paragraph(getTranslation("deck.explanation")), cards);
        if (exercise.deck().size() > DEALT) {
            add(more());
        }
    }

    private Button more() {
        Button more = new Button(getTranslation("deck.more", exercise.deck().size() - DEALT));
        more.addClickListener(event -> dealAll(more));
        more.setId("deck-more");
        return more;
    }

    private void dealAll(Button more) {
        // Those that lie there stay where they are, between them come the others: in the end all lie in the deck's
        // order
        for (int place = 0; place < exercise.deck().size(); place++) {
            Choice choice = exercise.deck().get(place);
            if (!dealt.containsKey(choice.letter())) {
                deal(choice, place);
            }
        }
        more.setVisible(false);
        Objects.requireNonNull(dealt.get(exercise.deck().get(DEALT).letter())).focus();
    }

    /** Puts a card behind those that lie there. */
    private void deal(Choice choice) {
        deal(choice, cards.getComponentCount());
    }

    private void deal(Choice choice, int place) {
        NativeButton card = card(choice);
        dealt.put(choice.letter(), card);
        cards.addComponentAtIndex(place, card);
    }

    private NativeButton card(Choice choice) {
        Span letter = new Span(choice.letter());
        letter.addClassName("stride-letter");
        Code excerpt = new Code(choice.listing().excerpt());
        NativeButton card = new NativeButton();
        card.add(letter, excerpt, result(choice));
        card.addClassName("stride-card");
        card.addClickListener(event -> onPick.accept(choice.letter()));
        return card;
    }

    private Span result(Choice choice) {
        Span result = new Span();
        result.addClassName("stride-card-result");
        Optional<Summary> attempt = progress.latest(exercise, choice.letter());
        attempt.ifPresent(latest -> {
            result.setText(getTranslation(Boolean.TRUE.equals(latest.passed()) ? "deck.passed" : "deck.failed"));
            result.addClassName(Boolean.TRUE.equals(latest.passed()) ? "stride-good" : "stride-bad");
        });
        return result;
    }

    /** Marks a card as picked, and deals it if it is not yet on the table. */
    void pick(@Nullable String letter) {
        if (letter != null && !dealt.containsKey(letter)) {
            exercise.choice(letter).ifPresent(this::deal);
        }
        dealt.forEach(
                (other, card) -> card.getElement().setAttribute("aria-pressed", String.valueOf(other.equals(letter))));
    }

    /** Shows on the card what its latest run gave. */
    void refresh(Choice choice) {
        progress = learner.progress();
        NativeButton card = Objects.requireNonNull(dealt.get(choice.letter()));
        card.getChildren()
                .filter(child -> child.hasClassName("stride-card-result"))
                .findFirst()
                .ifPresent(old -> card.replace(old, result(choice)));
    }
}
