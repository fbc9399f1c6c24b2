package org.stride.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Seeds;
import org.stride.exercise.ShapeQuiz;
import org.stride.exercise.Working;
import org.stride.grading.Condition;
import org.stride.grading.ErrorKind;
import org.stride.grading.Grader;
import org.stride.grading.Relation;
import org.stride.grading.code.CodeProblem;
import org.stride.grading.file.Outline;
import org.stride.learner.Progress;
import org.stride.python.Forbidden;
import org.stride.python.Outcome;

/** Every text that the code asks for is there, and every text that is there is asked for. */
class TranslationsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL_KEY = Pattern.compile("\"([a-z0-9]+(?:[._][a-z0-9_]+)*(?:\\.[a-z0-9_]+)+)\"");

    private static final Catalogue CATALOGUE = Catalogue.load();
    private final Translations texts = new Translations();

    static Stream<Flaw> flaws() {
        return CATALOGUE.exercises().stream().flatMap(e -> e.flaws().stream());
    }

    /** The keys that the code puts together from names. */
    private static Set<String> assembledKeys() {
        Set<String> keys = new TreeSet<>();
        Grader grader = new Grader(new Seeds("sixteen bytes...".getBytes(StandardCharsets.UTF_8)));
        for (Exercise exercise : CATALOGUE.exercises()) {
            String key = "exercise." + exercise.name();
            keys.addAll(List.of(key + ".title", key + ".purpose", key + ".text"));
            exercise.strategies()
                    .forEach(s -> keys.addAll(
                            List.of(key + ".strategy." + s.id() + ".name", key + ".strategy." + s.id() + ".note")));
            exercise.flaws()
                    .forEach(f -> keys.addAll(
                            List.of(key + ".flaw." + f.id() + ".name", key + ".flaw." + f.id() + ".sentence")));
            grader.cases(exercise).forEach(c -> c.traits().forEach(trait -> keys.add("case.trait." + trait.key())));
        }
        names(Working.Rule.values()).forEach(rule -> keys.add("working.rule." + rule));
        names(Progress.State.values()).forEach(state -> keys.add("state." + state));
        names(ShapeQuiz.Mistake.values())
                .filter(mistake -> !mistake.equals("none"))
                .forEach(mistake -> keys.add("quiz.mistake." + mistake));
        names(Relation.Line.values()).forEach(line -> keys.add("relation.line." + line));
        names(Forbidden.values()).forEach(what -> {
            keys.add("ending.refused." + what);
            keys.add("problem.not_available." + what);
        });
        names(CodeProblem.Mistake.values()).forEach(mistake -> keys.add("problem.not_python." + mistake));
        names(Relation.Rest.values()).forEach(rest -> keys.add("relation.rest_zero." + rest));
        names(Condition.Property.values()).forEach(property -> keys.add("condition." + property));
        names(Outline.Kind.values()).forEach(kind -> keys.add("remark." + kind));
        names(ErrorKind.values()).forEach(kind -> keys.add("raised." + kind));
        Arrays.stream(ErrorKind.values())
                .filter(ErrorKind::hasDetails)
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .forEach(kind -> keys.add("raised." + kind + ".numbers"));
        Stream.of("boolean", "integer", "floating").forEach(kind -> keys.add("difference.kind." + kind));
        Stream.of("published", "shown", "advisory").forEach(kind -> keys.add("input.case." + kind));
        Stream.of("exercise", "chapter", "card", "entry").forEach(kind -> keys.add("not_found." + kind));
        names(Forbidden.values()).forEach(what -> keys.add("refused." + what));
        Stream.of("descriptors", "privileges", "leash", "no_new_privs", "landlock", "limits", "seccomp")
                .forEach(layer -> keys.addAll(List.of("layer." + layer + ".name", "layer." + layer + ".text")));
        keys.add("outcome.finished");
        Arrays.stream(Outcome.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
                .filter(name -> !name.equals("Returned"))
                .forEach(name -> keys.add("outcome." + name.toLowerCase(Locale.ROOT)));
        for (String half : List.of("verdict.shown", "verdict.held_out")) {
            keys.addAll(List.of(half + ".passed", half + ".failed", half + ".all_failed"));
        }
        for (String predicted : List.of("pass", "fail")) {
            Stream.of("passed", "passed_advisory", "failed", "failed_held_out")
                    .forEach(came -> keys.add("prediction." + predicted + "." + came));
        }
        return keys;
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }

    private static Set<String> literalsInSources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> LITERAL_KEY.matcher(read(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTextThatTheCodeAsksForIsThere() throws IOException {
        Pattern call = Pattern.compile("(?:getTranslation|texts\\.text)\\(\\s*\"([a-z0-9_.]+)\"\\s*[,)]");
        Set<String> asked = assembledKeys();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> call.matcher(read(file)).results())
                    .forEach(match -> asked.add(match.group(1)));
        }

        assertThat(texts.all().stringPropertyNames()).containsAll(asked);
    }

    @Test
    void everyTextThatIsThereIsAskedFor() {
        Set<String> asked = assembledKeys();
        asked.addAll(literalsInSources());

        assertThat(asked).containsAll(texts.all().stringPropertyNames());
    }

    @Test
    void noTextIsEmptyOrHasAStraightApostrophe() {
        // In a text with places to fill in, a straight apostrophe would swallow what follows it.
        texts.all().forEach((key, text) -> {
            assertThat((String) text).as("%s", key).isNotBlank();
            assertThat(((String) text).replaceAll("`[^`]*`", "")).as("%s", key).doesNotContain("'");
        });
    }

    @Test
    void backticksComeInPairs() {
        texts.all()
                .forEach((key, text) -> assertThat(
                                ((String) text).chars().filter(c -> c == '`').count() % 2)
                        .as("%s", key)
                        .isZero());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void aFlawsSentenceQuotesWhatItsListingSays(Flaw flaw) {
        String sentence = texts.text("exercise." + flaw.exercise() + ".flaw." + flaw.id() + ".sentence");

        assertThat(Pattern.compile("`([^`]+)`").matcher(sentence).results().map(match -> match.group(1)))
                .as(sentence)
                .anyMatch(quoted -> flaw.listing().code().contains(quoted));
    }
}
