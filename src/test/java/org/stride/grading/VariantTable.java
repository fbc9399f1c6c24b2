package org.stride.grading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.stride.grading.Judgement.Kind;

/** What became of the variants, counted, and one by one. */
record VariantTable(List<Judgement> judgements) {
    /** How much of what is caught gets a sentence on what is wrong, by the hundred. */
    double specific() {
        return specific(judgements, judgement -> true);
    }

    /** The same for each exercise. */
    Map<String, Double> specificByExercise() {
        return judgements.stream()
                .collect(Collectors.groupingBy(
                        judgement -> judgement.variant().exercise().name(),
                        Collectors.collectingAndThen(Collectors.toList(), some -> specific(some, judgement -> true))));
    }

    private static double specific(List<Judgement> judgements, Predicate<Judgement> counts) {
        List<Judgement> caught = judgements.stream()
                .filter(judgement -> judgement.kind().caught())
                .filter(counts)
                .toList();
        long specific =
                caught.stream().filter(judgement -> judgement.kind().specific()).count();
        return caught.isEmpty() ? 100 : 100.0 * specific / caught.size();
    }

    /** By exercise and by category. */
    String figures() {
        return block("exercise", judgement -> judgement.variant().exercise().name())
                + "\n"
                + block("category", judgement -> judgement.variant().category());
    }

    /** The figures, and a line for each variant. */
    String text() {
        return figures()
                + "\n"
                + judgements.stream()
                        .map(judgement -> "%-10s %s%n           %s%s%n"
                                .formatted(
                                        judgement.kind().name().toLowerCase(Locale.ROOT),
                                        judgement.variant(),
                                        judgement.sentence(),
                                        judgement.untrue() == null ? "" : " UNTRUE on " + judgement.untrue()))
                        .collect(Collectors.joining());
    }

    private String block(String title, Function<Judgement, String> group) {
        StringBuilder block = new StringBuilder(row(
                title,
                Arrays.stream(Kind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .toList(),
                "untrue",
                "specific",
                "of values"));
        judgements.stream()
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()))
                .forEach((name, some) -> block.append(row(name, some)));
        return block.append(row("all", judgements)).toString();
    }

    private static String row(String name, List<Judgement> some) {
        List<String> counts = Arrays.stream(Kind.values())
                .map(kind -> String.valueOf(some.stream()
                        .filter(judgement -> judgement.kind() == kind)
                        .count()))
                .toList();
        long untrue =
                some.stream().filter(judgement -> judgement.untrue() != null).count();
        return row(
                name,
                counts,
                String.valueOf(untrue),
                "%.1f %%".formatted(specific(some, judgement -> true)),
                "%.1f %%".formatted(specific(some, judgement -> judgement.kind() != Kind.RAISES)));
    }

    private static String row(String name, List<String> cells, String... more) {
        String all = cells.stream().map("%11s"::formatted).collect(Collectors.joining());
        return "%-24s%s%s%n"
                .formatted(name, all, Arrays.stream(more).map("%11s"::formatted).collect(Collectors.joining()));
    }
}
