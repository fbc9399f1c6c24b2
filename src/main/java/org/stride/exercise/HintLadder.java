package org.stride.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hints of an exercise, from a question to the decisive one; then the lines of a solution to put in order, wrong ones among
 * them; then the solution, line by line. Each is a rung with an id.
 *
 * @param statements those of the solution, in order, indented; the first one is the {@code def}, which everybody has
 * @param strays statements of flaws, indented, that do not belong
 */
public record HintLadder(List<Hint> hints, Strategy solution, List<String> statements, List<String> strays) {
    /** The rung on which the lines are to be put in order. */
    public static final String PUZZLE = "puzzle";

    private static final String LINE = "line_";

    public HintLadder {
        hints = List.copyOf(hints);
        statements = List.copyOf(statements);
        strays = List.copyOf(strays);
    }

    /** The ids of all rungs, from the bottom. */
    public List<String> rungs() {
        return Stream.of(hints.stream().map(Hint::id), Stream.of(PUZZLE), lines())
                .flatMap(ids -> ids)
                .toList();
    }

    /** The ids of the rungs on which the solution appears line by line, its {@code def} left out. */
    private Stream<String> lines() {
        return IntStream.range(1, statements.size()).mapToObj(HintLadder::line);
    }

    /** The id of the rung that shows so many lines of the solution besides its {@code def}. */
    public static String line(int number) {
        return LINE + number;
    }

    public int lineCount() {
        return statements.size() - 1;
    }

    /** The one that speaks of a mistake. */
    public Optional<Hint> about(Flaw mistake) {
        return hints.stream()
                .filter(hint -> hint.mistakes().contains(mistake.id()))
                .findFirst();
    }

    /** Everything but the {@code def}, the strays among it; the same order at every visit, and never the right one. */
    public List<String> shuffled() {
        List<String> pieces = new ArrayList<>(statements.subList(1, statements.size()));
        pieces.addAll(strays);
        Random random = new Random(solution.exercise().hashCode());
        do {
            Collections.shuffle(pieces, random);
        } while (right(pieces.stream().filter(piece -> !strays.contains(piece)).toList()));
        return List.copyOf(pieces);
    }

    private boolean right(List<String> pieces) {
        return pieces.size() > 1 && pieces.equals(statements.subList(1, statements.size()));
    }

    /** The function that these statements make. */
    public String assembled(List<String> pieces) {
        return String.join(
                        "\n",
                        Stream.concat(Stream.of(statements.getFirst()), pieces.stream())
                                .toList()) + "\n";
    }

    /** The beginning of the solution. */
    public String beginning(int lines) {
        return assembled(statements.subList(1, 1 + lines));
    }

    /** The lines of a function, those kept together that are one statement. */
    static List<String> statements(String code) {
        List<String> statements = new ArrayList<>();
        int open = 0;
        for (String line : code.lines().toList()) {
            if (open > 0) {
                statements.set(statements.size() - 1, statements.getLast() + "\n" + line);
            } else {
                statements.add(line);
            }
            open += count(line, "([{") - count(line, ")]}");
        }
        return statements;
    }

    private static int count(String line, String brackets) {
        return (int) line.chars().filter(c -> brackets.indexOf(c) >= 0).count();
    }
}
