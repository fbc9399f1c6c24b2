package org.stride.exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a {@code hints.yaml} says, checked; a fault names file and field. */
final class HintFile {
    private final String file;
    private final List<Choice> deck;

    private HintFile(String file, List<Choice> deck) {
        this.file = file;
        this.deck = deck;
    }

    static HintLadder parse(String file, String text, List<Choice> deck) {
        return new HintFile(file, deck).ladder(YamlField.read(file, text));
    }

    private HintLadder ladder(YamlField root) {
        root.onlyHas("solution", "strays", "hints");
        Strategy solution = card(root.get("solution"), Strategy.class);
        List<Hint> hints = new ArrayList<>();
        Set<String> ids = new HashSet<>(Set.of(HintLadder.PUZZLE));
        for (YamlField item : root.get("hints").items()) {
            Hint hint = hint(item);
            if (!ids.add(hint.id())) {
                throw new CatalogueException(file, item.path() + ".id", "is there a second time: " + hint.id());
            }
            hints.add(hint);
        }
        return new HintLadder(
                hints,
                solution,
                HintLadder.statements(solution.listing().code()),
                root.get("strays").items().stream().map(this::stray).toList());
    }

    /** As the flaw's listing has it, with its indentation. */
    private String stray(YamlField field) {
        field.onlyHas("card", "line");
        String line = field.get("line").text();
        Flaw flaw = card(field.get("card"), Flaw.class);
        return HintLadder.statements(flaw.listing().code()).stream()
                .filter(statement -> statement.strip().equals(line))
                .findFirst()
                .orElseThrow(() -> new CatalogueException(
                        file, field.path() + ".line", "is no line of " + flaw.id() + ": " + line));
    }

    private Hint hint(YamlField field) {
        field.onlyHas("id", "mistakes", "en", "zh", "cards", "try", "prints");
        if (!field.has("cards") && !field.has("try")) {
            throw new CatalogueException(
                    file, field.path(), "must have cards or an example to try, to show that it is true");
        }
        Map<String, String> texts = new HashMap<>();
        Hint.LANGUAGES.forEach(
                language -> texts.put(language, field.get(language).text().strip()));
        return new Hint(
                field.get("id").text(),
                texts,
                items(field, "mistakes").stream()
                        .map(mistake -> card(mistake, Flaw.class).id())
                        .toList(),
                items(field, "cards").stream().map(this::contrast).toList(),
                example(field));
    }

    private static List<YamlField> items(YamlField field, String key) {
        return field.has(key) ? field.get(key).items() : List.of();
    }

    private Hint.Contrast contrast(YamlField field) {
        field.onlyHas("right", "wrong", "says", "unlike");
        return new Hint.Contrast(
                card(field.get("right"), Strategy.class).id(),
                card(field.get("wrong"), Flaw.class).id(),
                field.get("says").text(),
                field.has("unlike") ? field.get("unlike").text() : null);
    }

    private static Hint.@Nullable Example example(YamlField field) {
        return field.has("try")
                ? new Hint.Example(field.get("try").text(), field.get("prints").text())
                : null;
    }

    private <T extends Choice> T card(YamlField field, Class<T> kind) {
        String id = field.text();
        return deck.stream()
                .filter(card -> card.id().equals(id) && kind.isInstance(card))
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new CatalogueException(
                        file,
                        field.path(),
                        "names " + id + ", which is no " + kind.getSimpleName() + " of this exercise"));
    }
}
