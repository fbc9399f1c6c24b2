package org.stride.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.CodeGraders;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.exercise.Hint;
import org.stride.grading.CheckListener;
import org.stride.grading.Diagnosis;
import org.stride.grading.code.CodeGrader;
import org.stride.grading.code.CodeVerdict;
import org.stride.python.Greeting;
import org.stride.python.Limits;
import org.stride.python.PythonRunner;
import org.stride.report.Translations;

/**
 * What a learner is told of every card that is wrong and of the code in {@code transcripts/typed}, with the hints, in each
 * language: as it has always been, and nothing left out. {@code mvn test -Dtest=TranscriptsTest -Dstride.reports=write} writes
 * the transcripts anew; look at what changed.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<String> COLLECTIONS = List.of("errors", "exceptions", "differences", "relations");
    private static final int SLOTS = 2;

    private final Map<Flaw, CodeVerdict> cards = new LinkedHashMap<>();
    private final Map<String, Map<TypedCode, CodeVerdict>> typed = new LinkedHashMap<>();
    /** By file. */
    private final Map<String, Transcript> transcripts = new LinkedHashMap<>();

    private Greeting python;

    @BeforeAll
    void judgeAll(@TempDir Path folder) throws Exception {
        Asides asides;
        try (PythonRunner runner = CodeGraders.runner(SLOTS);
                PythonRunner hasty = CodeGraders.runner(
                        Limits.DEFAULT.withCpu(Duration.ofSeconds(1)).withWall(Duration.ofSeconds(3)));
                ExecutorService threads = Executors.newFixedThreadPool(SLOTS)) {
            CodeGrader grader = CodeGraders.grader(CATALOGUE, runner);
            CodeGrader soonEnding = CodeGraders.grader(CATALOGUE, hasty);
            cards.putAll(judged(
                    threads,
                    flaws().toList(),
                    flaw -> grade(grader, flaw.exercise(), flaw.listing().code())));
            for (String collection : COLLECTIONS) {
                List<TypedCode> codes =
                        TypedCode.read(TranscriptFiles.FOLDER.resolve("typed/" + collection + ".yaml"), CATALOGUE);
                typed.put(
                        collection,
                        judged(
                                threads,
                                codes,
                                code -> grade(
                                        code.hasty() ? soonEnding : grader,
                                        code.exercise().name(),
                                        code.source())));
            }
            asides = Asides.of(CATALOGUE, threads, runner, grader, folder);
            python = Objects.requireNonNull(runner.status().greeting());
        }
        for (String language : Hint.LANGUAGES) {
            CATALOGUE.exercises().forEach(exercise -> {
                Transcript transcript = transcript(exercise.name(), language);
                transcript.exercise(exercise);
                transcript.hints(exercise);
                transcript.section(new Translations(Locale.of(language)).text("way.pick"));
                exercise.flaws().forEach(flaw -> transcript.card(flaw, verdict(flaw)));
            });
            typed.forEach((collection, codes) -> {
                Transcript transcript = transcript(collection, language);
                transcript.title(new Translations(Locale.of(language)).text("way.write") + " · " + collection);
                codes.forEach(transcript::typed);
            });
            Asides.TITLES.keySet().forEach(name -> asides.tell(name, transcript(name, language)));
        }
        TranscriptFiles.write(transcripts, python);
    }

    private Transcript transcript(String name, String language) {
        return transcripts.computeIfAbsent(name + "_" + language + ".md", file -> new Transcript(language));
    }

    private static CodeVerdict grade(CodeGrader grader, String exercise, String source) {
        return grader.grade(CATALOGUE.get(exercise), source, "", CheckListener.NONE);
    }

    static <T, V> Map<T, V> judged(ExecutorService threads, List<T> codes, Function<T, V> judge) throws Exception {
        List<Callable<V>> tasks =
                codes.stream().<Callable<V>>map(code -> () -> judge.apply(code)).toList();
        List<Future<V>> verdicts = threads.invokeAll(tasks);
        Map<T, V> judged = new LinkedHashMap<>();
        for (int place = 0; place < codes.size(); place++) {
            judged.put(codes.get(place), verdicts.get(place).get());
        }
        return judged;
    }

    static Stream<Flaw> flaws() {
        return CATALOGUE.exercises().stream().flatMap(exercise -> exercise.flaws().stream());
    }

    static Stream<String> files() {
        return Stream.of(
                        CATALOGUE.exercises().stream().map(Exercise::name),
                        COLLECTIONS.stream(),
                        Asides.TITLES.keySet().stream())
                .flatMap(names -> names)
                .flatMap(name -> Hint.LANGUAGES.stream().map(language -> name + "_" + language + ".md"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void saysWhatItHasAlwaysSaid(String file) throws IOException {
        TranscriptFiles.compare(
                file, Objects.requireNonNull(transcripts.get(file)).text(), python);
    }

    @Test
    void thereAreNoOtherTranscripts() throws IOException {
        try (Stream<Path> there = Files.list(TranscriptFiles.FOLDER)) {
            assertThat(there.map(path -> path.getFileName().toString())
                            .filter(name -> name.matches("(?!notices_|refused_|remarks_).*\\.md")))
                    .containsExactlyInAnyOrderElementsOf(files().toList());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void everyFlawIsNamedAsTypedCode(Flaw flaw) {
        CodeVerdict code = verdict(flaw);
        assertThat(code.passed()).isEqualTo(flaw.advisory());
        assertThat(code.verdict().diagnosis())
                .isInstanceOfSatisfying(
                        Diagnosis.KnownFlaw.class,
                        known ->
                                assertThat(known.flaws()).extracting(Choice::id).contains(flaw.id()));
    }

    @Test
    void everyKindOfThingIsTold() {
        Set<String> told = new TreeSet<>();
        verdicts().forEach(code -> told.addAll(Kinds.of(code)));
        Set<String> missing = new TreeSet<>(Kinds.all(CATALOGUE));
        missing.removeAll(told);
        assertThat(missing).isEqualTo(Untold.KINDS.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyTextOfAVerdictIsSaid(String language) throws IOException {
        Set<String> asked = new TreeSet<>();
        List<String> said = new ArrayList<>();
        for (String file :
                files().filter(name -> name.endsWith("_" + language + ".md")).toList()) {
            asked.addAll(Objects.requireNonNull(transcripts.get(file)).keys());
            said.addAll(Files.readAllLines(TranscriptFiles.FOLDER.resolve(file)));
        }
        Translations texts = new Translations(Locale.of(language));
        List<String> missing = Untold.keys(texts)
                .filter(key -> !asked.contains(key) || !Untold.said(texts.all().getProperty(key), said))
                .toList();
        assertThat(missing).containsExactlyInAnyOrderElementsOf(Untold.KEYS.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyHintIsThereAndOfferedWithWhatItSpeaksOf(String language) throws IOException {
        for (Exercise exercise : CATALOGUE.exercises()) {
            String text = Files.readString(TranscriptFiles.FOLDER.resolve(exercise.name() + "_" + language + ".md"));
            for (Hint hint : exercise.hints().hints()) {
                assertThat(text).contains(hint.text(language));
                assertThat(hint.mistakes().isEmpty() || text.contains("`hint." + hint.id() + "`"))
                        .as(hint.id())
                        .isTrue();
            }
        }
    }

    /** Neither between two characters nor beside a full stop; one stands on either side of code and of numbers. */
    @Test
    void chineseIsSpacedAsChineseIs() throws IOException {
        Pattern wrong = Pattern.compile("[\\p{IsHan}，。；：、？！（）“”] +[\\p{IsHan}，。；：、？！（）“”]|[，。；：、？！（“] +`"
                + "|` +[，。；：、？！）”]|\\p{IsHan}[`\\w&&[^_]]|[`\\w&&[^_]]\\p{IsHan}");
        for (String file : files().filter(name -> name.endsWith("_zh.md")).toList()) {
            boolean code = false;
            for (String line : Files.readAllLines(TranscriptFiles.FOLDER.resolve(file))) {
                code ^= line.startsWith("```");
                assertThat(code || !wrong.matcher(line).find())
                        .as(file + ": " + line)
                        .isTrue();
            }
        }
    }

    private CodeVerdict verdict(Flaw flaw) {
        return Objects.requireNonNull(cards.get(flaw));
    }

    private List<CodeVerdict> verdicts() {
        List<CodeVerdict> all = new ArrayList<>(cards.values());
        all.addAll(typed.values().stream()
                .flatMap(codes -> codes.values().stream())
                .toList());
        return all;
    }
}
