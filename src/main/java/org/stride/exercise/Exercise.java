package org.stride.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stride.array.Value;

/** One of the eight functions: its signature, its cases, the specification, and the ready-made ways to pick from. */
public final class Exercise {
    private final Definition definition;
    private final CatalogueEntry entry;
    private final List<Choice> deck;
    private final Worksheet worksheet;
    private final HintLadder hints;
    private final List<Slip> slips;

    Exercise(Definition definition, CatalogueEntry entry, List<Choice> deck, Worksheet worksheet, HintLadder hints) {
        this.definition = definition;
        this.entry = entry;
        this.deck = List.copyOf(deck);
        this.worksheet = worksheet;
        this.hints = hints;
        this.slips = List.copyOf(definition.slips());
    }

    /** The function's name, such as {@code conv_forward}; unique. */
    public String name() {
        return definition.name();
    }

    /** Its place in the course, from 1. */
    public int number() {
        return entry.number();
    }

    public List<Parameter> parameters() {
        return entry.parameters();
    }

    /** What the function returns: one part, or the parts of a tuple. */
    public List<Parameter> returns() {
        return entry.returns();
    }

    /** As it is called, such as {@code pool_forward(A_prev, hparameters, mode="max")}. */
    public String signature() {
        return parameters().stream()
                .map(parameter -> entry.defaults().containsKey(parameter.name())
                        ? parameter.name() + "=" + entry.defaults().get(parameter.name())
                        : parameter.name())
                .collect(Collectors.joining(", ", name() + "(", ")"));
    }

    /** Figures that older editions of the published notebooks printed. */
    public List<EditionFigure> editionFigures() {
        return entry.editions();
    }

    /** Every strategy and every flaw, mixed, in the order of their letters. */
    public List<Choice> deck() {
        return deck;
    }

    public Optional<Choice> choice(String letter) {
        return deck.stream()
                .filter(choice -> choice.letter().equals(letter.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    public List<Strategy> strategies() {
        return deck.stream()
                .filter(Strategy.class::isInstance)
                .map(Strategy.class::cast)
                .toList();
    }

    public List<Flaw> flaws() {
        return deck.stream()
                .filter(Flaw.class::isInstance)
                .map(Flaw.class::cast)
                .toList();
    }

    public Worksheet worksheet() {
        return worksheet;
    }

    /** What to ask for, one after the other, where nothing else helps. */
    public HintLadder hints() {
        return hints;
    }

    /** Small mistakes without a name, the likelier ones first. */
    public List<Slip> slips() {
        return slips;
    }

    /** Every case: published, shown, advisory, held-out. The same seeds give the same cases. */
    public List<Case> cases(Seeds seeds) {
        return definition.cases(seeds);
    }

    /** What the function returns for these arguments, by the specification. */
    public Value reference(Arguments arguments) {
        return definition.reference(arguments);
    }

    /**
     * How one cell of the right result comes about, term by term.
     *
     * @param part the name of the returned part, one of {@link #returns()}
     * @param index the cell's index in it; empty for a scalar
     */
    public Working working(Arguments arguments, String part, int... index) {
        return definition.working(arguments, part, index);
    }

    @Override
    public String toString() {
        return name();
    }
}
