package org.stride.ui.exercise;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
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
    private final transient Map<String, NativeButton> cardByLetter = new LinkedHashMap<>();

    DeckPanel(Exercise exercise, CurrentLearner learner, SerializableConsumer<String> onPick) {
        this.exercise = exercise;
        this.learner = learner;
        progress = learner.progress();
        addClassName("stride-deck");
        cards.addClassName("stride-cards");
        for (Choice choice : exercise.deck()) {
            NativeButton card = card(choice);
            card.addClickListener(event -> onPick.accept(choice.letter()));
            cardByLetter.put(choice.letter(), card);
            cards.add(card);
        }
        add(new H2(getTranslation("deck.title")), Texts.paragraph(getTranslation("deck.explanation")), cards);
        if (exercise.deck().size() > DEALT) {
            add(more());
        }
    }

    private Button more() {
        cardByLetter.values().stream().skip(DEALT).forEach(card -> card.setVisible(false));
        Button more = new Button(getTranslation("deck.more", exercise.deck().size() - DEALT));
        more.addClickListener(event -> dealAll(more));
        more.setId("deck-more");
        return more;
    }

    private void dealAll(Button more) {
        cardByLetter.values().forEach(card -> card.setVisible(true));
        more.setVisible(false);
    }

    private NativeButton card(Choice choice) {
        Span letter = new Span(choice.letter());
        letter.addClassName("stride-letter");
        Code excerpt = new Code(choice.listing().excerpt());
        NativeButton card = new NativeButton();
        card.add(letter, excerpt, result(choice));
        card.addClassName("stride-card");
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
        cardByLetter.forEach((other, card) -> {
            boolean picked = other.equals(letter);
            card.getElement().setAttribute("aria-pressed", String.valueOf(picked));
            if (picked) {
                card.setVisible(true);
            }
        });
    }

    /** Shows on the card what its latest run gave. */
    void refresh(Choice choice) {
        progress = learner.progress();
        NativeButton card = Objects.requireNonNull(cardByLetter.get(choice.letter()));
        card.getChildren()
                .filter(child -> child.hasClassName("stride-card-result"))
                .findFirst()
                .ifPresent(old -> card.replace(old, result(choice)));
    }
}
