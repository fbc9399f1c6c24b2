package org.stride.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Code that somebody may have typed: either whole, or a card in which something was replaced.
 *
 * @param name unique in its file
 * @param shown the code, or what of the card was replaced, as Markdown
 * @param hasty whether it is to be ended after a second
 */
record TypedCode(String name, Exercise exercise, String shown, String source, boolean hasty) {
    /** The codes of a file, in its order. */
    static List<TypedCode> read(Path file, Catalogue catalogue) {
        List<TypedCode> codes = new ArrayList<>();
        entries(file).forEach((name, entry) -> codes.add(of(name, entry, catalogue)));
        return codes;
    }

    static Map<String, Map<String, Object>> entries(Path file) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TypedCode of(String name, Map<String, Object> entry, Catalogue catalogue) {
        boolean hasty = entry.containsKey("hasty");
        if (entry.get("step") instanceof String step) {
            String code = (String) entry.getOrDefault("code", "");
            return new TypedCode(name, catalogue.get(step), fenced("python", code), code, hasty);
        }
        Path card = Path.of((String) entry.get("card"));
        Exercise exercise = catalogue.get(card.getParent().toString());
        String own = (String) entry.getOrDefault("before", "");
        String code =
                strategy(exercise, card.getFileName().toString()).listing().code();
        StringBuilder changes = new StringBuilder();
        @SuppressWarnings("unchecked")
        Map<String, String> change = (Map<String, String>) entry.getOrDefault("change", Map.of());
        for (Map.Entry<String, String> pair : change.entrySet()) {
            if (!code.contains(pair.getKey())) {
                throw new IllegalArgumentException(name + ": the card does not say " + pair.getKey());
            }
            String changed = code.replace(pair.getKey(), pair.getValue());
            changes.append(difference(code.lines().toList(), changed.lines().toList()));
            code = changed;
        }
        String shown = (own.isEmpty() ? "" : fenced("python", own))
                + "`" + exercise.name() + "`, `" + card.getFileName() + "`\n"
                + (changes.isEmpty()
                        ? ""
                        : "\n" + fenced("diff", changes.toString()).strip() + "\n");
        return new TypedCode(name, exercise, shown, own + code, hasty);
    }

    private static Choice strategy(Exercise exercise, String id) {
        return exercise.strategies().stream()
                .filter(strategy -> strategy.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(exercise.name() + " has no card " + id));
    }

    /** What stands between the lines that both begin with and those that both end with. */
    private static String difference(List<String> old, List<String> changed) {
        int shorter = Math.min(old.size(), changed.size());
        int begin = 0;
        while (begin < shorter && old.get(begin).equals(changed.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && old.get(old.size() - 1 - end).equals(changed.get(changed.size() - 1 - end))) {
            end++;
        }
        return signed("- ", old.subList(begin, old.size() - end))
                + signed("+ ", changed.subList(begin, changed.size() - end));
    }

    private static String signed(String sign, List<String> lines) {
        return lines.stream().map(line -> sign + line + "\n").collect(Collectors.joining());
    }

    /** Code in a fence of Markdown. */
    static String fenced(String kind, String code) {
        return "```" + kind + "\n" + code.stripTrailing() + "\n```\n\n";
    }
}
