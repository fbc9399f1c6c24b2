package org.stride.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stride.PythonListings;
import org.stride.exercise.Exercise;
import org.stride.exercise.Strategy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A right solution in which one thing was changed.
 *
 * @param category what kind of thing, such as {@code bounds}
 * @param line where in the solution's listing
 * @param description the changed line, before and after
 */
record Variant(
        Exercise exercise, String strategy, String id, String category, int line, String description, String source) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Every variant of every right strategy; programs that come about twice count once. */
    static List<Variant> of(Exercise exercise) {
        Set<String> seen = new HashSet<>();
        return exercise.strategies().stream()
                .flatMap(strategy -> of(exercise, strategy).stream())
                .filter(variant -> seen.add(variant.source()))
                .toList();
    }

    private static List<Variant> of(Exercise exercise, Strategy strategy) {
        try {
            Path listing = Files.createTempFile("stride-listing", ".py");
            try {
                Files.writeString(listing, strategy.listing().code());
                Process process = new ProcessBuilder(
                                PythonListings.python().toString(),
                                "-B",
                                "src/test/python/single_faults.py",
                                listing.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                List<Variant> variants = new ArrayList<>();
                for (String line : lines.lines().toList()) {
                    variants.add(read(exercise, strategy, JSON.readTree(line)));
                }
                return variants;
            } finally {
                Files.delete(listing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Variant read(Exercise exercise, Strategy strategy, JsonNode node) {
        return new Variant(
                exercise,
                strategy.id(),
                node.get("id").asString(),
                node.get("category").asString(),
                node.get("line").asInt(),
                node.get("description").asString(),
                node.get("source").asString());
    }

    @Override
    public String toString() {
        return exercise.name() + ", " + strategy + ", line " + line + ": " + description;
    }
}
