package org.stride.exercise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The exercises in the order of the course. */
public final class Catalogue {
    private static final List<Definition> DEFINITIONS = List.of(
            new ZeroPad(),
            new ConvSingleStep(),
            new ConvForward(),
            new PoolForward(),
            new ConvBackward(),
            new CreateMaskFromWindow(),
            new DistributeValue(),
            new PoolBackward());

    private final List<Exercise> exercises;

    private Catalogue(List<Exercise> exercises) {
        this.exercises = List.copyOf(exercises);
    }

    /**
     * Reads and checks every entry.
     *
     * @throws CatalogueException naming file and field, if one is broken
     */
    public static Catalogue load() {
        return load(Catalogue::resource);
    }

    static Catalogue load(Function<String, @Nullable String> files) {
        List<Exercise> exercises = new ArrayList<>();
        for (Definition definition : DEFINITIONS) {
            exercises.add(exercise(definition, files));
        }
        exercises.sort(Comparator.comparingInt(Exercise::number));
        for (int place = 0; place < exercises.size(); place++) {
            Exercise exercise = exercises.get(place);
            if (exercise.number() != place + 1) {
                throw new CatalogueException(
                        entryFile(exercise.name()),
                        "number",
                        "must count the exercises from 1 without gaps: expected " + (place + 1) + ", got "
                                + exercise.number());
            }
        }
        return new Catalogue(exercises);
    }

    public List<Exercise> exercises() {
        return exercises;
    }

    public Optional<Exercise> find(String name) {
        return exercises.stream()
                .filter(exercise -> exercise.name().equals(name))
                .findFirst();
    }

    /** The exercise of this name, which is known to exist. */
    public Exercise get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no exercise is named " + name));
    }

    public Optional<Exercise> before(Exercise exercise) {
        return at(exercise.number() - 1);
    }

    public Optional<Exercise> after(Exercise exercise) {
        return at(exercise.number() + 1);
    }

    private Optional<Exercise> at(int number) {
        return number < 1 || number > exercises.size() ? Optional.empty() : Optional.of(exercises.get(number - 1));
    }

    private static Exercise exercise(Definition definition, Function<String, @Nullable String> files) {
        String file = entryFile(definition.name());
        CatalogueEntry entry = CatalogueEntry.parse(file, read(file, files));
        checkDeck(file, entry, definition);
        List<Choice> deck = new ArrayList<>();
        for (int place = 0; place < entry.deck().size(); place++) {
            deck.add(choice(definition, entry.deck().get(place), place, files));
        }
        String hints = folder(definition.name()) + "hints.yaml";
        return new Exercise(
                definition,
                entry,
                deck,
                worksheet(definition.name(), entry, files),
                HintFile.parse(hints, read(hints, files), deck));
    }

    private static Worksheet worksheet(String name, CatalogueEntry entry, Function<String, @Nullable String> files) {
        return new Worksheet(
                function(folder(name) + "starter.py", name, files),
                read(folder(name) + "scratch.py", files),
                entry.helpers().stream()
                        .map(helper ->
                                new Worksheet.Helper(helper, function(folder(helper) + "helper.py", helper, files)))
                        .toList());
    }

    /** The text of a file that begins with the definition of a function. */
    private static String function(String file, String name, Function<String, @Nullable String> files) {
        String text = read(file, files);
        if (!text.startsWith("def " + name + "(")) {
            throw new CatalogueException(file, "line 1", "must begin with 'def " + name + "('");
        }
        return text;
    }

    private static String read(String file, Function<String, @Nullable String> files) {
        String text = files.apply(file);
        if (text == null) {
            throw new CatalogueException(file, "the whole file", "is missing");
        }
        return text;
    }

    private static void checkDeck(String file, CatalogueEntry entry, Definition definition) {
        Set<String> known = new TreeSet<>(definition.strategies().keySet());
        known.addAll(definition.flaws().keySet());
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < entry.deck().size(); place++) {
            String id = entry.deck().get(place);
            String field = "deck[" + place + "]";
            if (!known.contains(id)) {
                throw new CatalogueException(file, field, "names " + id + ", which is neither a strategy nor a flaw");
            }
            if (!seen.add(id)) {
                throw new CatalogueException(file, field, "names " + id + " a second time");
            }
        }
        known.removeAll(seen);
        if (!known.isEmpty()) {
            throw new CatalogueException(file, "deck", "leaves out " + String.join(", ", known));
        }
    }

    private static Choice choice(
            Definition definition, String id, int place, Function<String, @Nullable String> files) {
        String file = folder(definition.name()) + "listings/" + id + ".py";
        Listing listing = Listing.parse(function(file, definition.name(), files));
        if (listing.decisiveLines().isEmpty()) {
            throw new CatalogueException(file, "the decisive lines", "are missing: end one to three lines with '  #:'");
        }
        Definition.Right right = definition.strategies().get(id);
        if (right != null) {
            return new Strategy(definition.name(), id, letter(place), listing, right.kernel(), right.multiplications());
        }
        Kernel kernel = definition.flaws().get(id);
        if (kernel == null) {
            throw new IllegalStateException("checkDeck lets only known ids pass, not " + id);
        }
        boolean advisory = definition.advisoryFlaws().contains(id);
        return new Flaw(definition.name(), id, letter(place), listing, kernel, advisory);
    }

    /** A to Z, then AA, AB, …, as a spreadsheet names its columns. */
    static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }

    private static String entryFile(String name) {
        return folder(name) + "exercise.yaml";
    }

    private static String folder(String name) {
        return "exercises/" + name + "/";
    }

    private static @Nullable String resource(String path) {
        try (InputStream stream = Catalogue.class.getResourceAsStream("/" + path)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + path, e);
        }
    }
}
