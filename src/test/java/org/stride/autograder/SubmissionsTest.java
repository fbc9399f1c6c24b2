package org.stride.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.CodeGraders;
import org.stride.exercise.Catalogue;
import org.stride.grading.file.FileListener;
import org.stride.notebook.CodeCell;
import org.stride.notebook.SourceFile;
import org.stride.python.PythonRunner;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.FunctionReport.BlameReport;
import org.stride.report.Place;
import org.stride.report.Translations;
import org.stride.report.Translator;
import org.stride.report.format.JsonFormat;
import org.stride.report.format.UnreadableReportException;
import org.stride.transcript.TranscriptFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sixty submissions as they come in, judged in one batch: held against what a person expects of them, and against the reports that
 * they have always had. {@code mvn test -Dtest=SubmissionsTest -Dstride.reports=write} writes those anew; look at what changed.
 * What is told of a file on the page is so in every language, out of the same run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmissionsTest {
    private static final Path FOLDER = Path.of("src/test/resources/submissions");
    private static final Path REPORTS = Path.of("src/test/resources/reports/submissions");
    private static final boolean WRITE = "write".equals(System.getProperty("stride.reports"));
    private static final int JOBS = 2;

    /** What a person calls a remark, and its id; that most of a file is not run goes without saying. */
    private static final Map<String, String> REMARKS = Map.ofEntries(
            Map.entry("magics", "remark.command"),
            Map.entry("shell", "remark.command"),
            Map.entry("plotting", "remark.drawing"),
            Map.entry("data_files", "remark.files"),
            Map.entry("broken_cell", "remark.not_python"),
            Map.entry("later_broken_definition", "remark.not_python"),
            Map.entry("defined_twice", "remark.redefined"),
            Map.entry("python_2_print", "remark.python_2_print"),
            Map.entry("encoding", "remark.encoding"),
            Map.entry("in_class", "remark.in_class"),
            Map.entry("other_name", "problem.renamed"),
            Map.entry("not_run", ""));

    private final JsonNode expected = JsonMapper.shared().readTree(FOLDER.resolve("expected.json"));
    private final LaterTexts texts = new LaterTexts();
    /** With marks in place of texts; one file more than the sixty, for a remark that none of them gets. */
    private final Map<String, FileReport> marked = new LinkedHashMap<>();
    /** In English. */
    private final Map<String, FileReport> reports = new LinkedHashMap<>();

    private PythonRunner runner;
    private Autograder autograder;

    @BeforeAll
    void judgeAll() throws InterruptedException {
        runner = CodeGraders.runner(JOBS);
        autograder = Autograders.autograder(Catalogue.load(), runner, texts);
        new Batch(autograder, autograder.usualAssignment(), JOBS)
                .grade(files(), report -> marked.put(name(report), report));
        marked.forEach((name, report) -> reports.put(name, inEnglish(report)));
        String indented = "with open('X.txt') as file:\n    def zero_pad(X, pad):\n        return X\n";
        marked.put(
                indented.replace("\n", "⏎"),
                autograder.grade(
                        "indented.py",
                        new SourceFile(SourceFile.Kind.SCRIPT, List.of(new CodeCell(1, indented))),
                        autograder.usualAssignment().only(List.of("zero_pad")),
                        "",
                        FileListener.NONE));
    }

    @AfterAll
    void end() {
        if (runner != null) {
            runner.close();
        }
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d\\d_.*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> names() {
        return files().stream().map(file -> file.getFileName().toString());
    }

    @Test
    void thereAreSixtyAndEachHasItsExpectationAndItsReport() {
        assertThat(names()).hasSize(60);
        assertThat(new TreeSet<>(expected.propertyNames())).isEqualTo(new TreeSet<>(names().toList()));
        assertThat(reports.keySet()).containsExactlyElementsOf(names().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void isJudgedAsAPersonWould(String name) {
        FileReport report = report(name);
        JsonNode expectation = expected.get(name);
        if (expectation.path("unreadable").booleanValue(false)) {
            assertThat(report.status()).isEqualTo(FileReport.Status.ERROR);
            assertThat(report.problem()).isNotBlank();
            assertThat(report.faulty()).isFalse();
            return;
        }
        assertThat(report.problem()).isNull();
        assertThat(report.functions()).hasSize(8);
        for (FunctionReport function : report.functions()) {
            new Expectation(function, expectation.get("functions").get(function.name())).check();
        }
        assertThat(remarks(report)).containsAll(expectedRemarks(expectation));
    }

    private static Set<String> expectedRemarks(JsonNode expectation) {
        Set<String> ids = new TreeSet<>();
        expectation.get("remarks").forEach(remark -> ids.add(REMARKS.get(remark.asString())));
        ids.remove("");
        return ids;
    }

    private static Set<String> remarks(FileReport report) {
        Set<String> ids = report.remarks().stream().map(Finding::id).collect(Collectors.toCollection(TreeSet::new));
        report.functions().stream()
                .map(FunctionReport::problem)
                .filter(Objects::nonNull)
                .forEach(problem -> ids.add(problem.id()));
        return ids;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void hasTheReportThatItHasAlwaysHad(String name) throws IOException, UnreadableReportException {
        FileReport report = steady(report(name));
        Path golden = REPORTS.resolve(name + ".json");
        if (WRITE) {
            Files.createDirectories(REPORTS);
            Files.writeString(golden, json(report));
        }
        FileReport always = read(golden);
        if (always.environment().equals(report.environment())) {
            assertThat(json(report)).isEqualTo(json(always));
        } else {
            // Another Python has other words for the same
            assertThat(gist(report)).isEqualTo(gist(always));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void hasTheSameReportAlone(String name) throws InterruptedException {
        if (name.startsWith("51_")) {
            return; // Never ends, and takes as long each time
        }
        List<FileReport> alone = new ArrayList<>();
        new Batch(autograder, autograder.usualAssignment(), 1).grade(List.of(FOLDER.resolve(name)), alone::add);
        assertThat(alone).hasSize(1);
        assertThat(json(steady(inEnglish(alone.getFirst())))).isEqualTo(json(steady(report(name))));
    }

    /** What the page says of a file beside its functions. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyRemarkIsSaidAsItHasAlwaysBeen(String language) throws IOException {
        Translations readers = new Translations(Locale.of(language));
        StringBuilder transcript = new StringBuilder("# submissions\n");
        marked.forEach((name, report) -> {
            transcript.append("\n## `").append(name).append("`\n\n");
            Stream.concat(
                            report.remarks().stream(),
                            report.functions().stream()
                                    .flatMap(function -> function.notes().stream())
                                    .filter(note -> note.id().startsWith("remark.")))
                    .map(remark -> "- " + at(readers, remark.place(), texts.in(readers, remark.text())) + "\n")
                    .distinct()
                    .forEach(transcript::append);
        });
        TranscriptFiles.compare(
                "remarks_" + language + ".md",
                transcript.toString(),
                Objects.requireNonNull(runner.status().greeting()));
        assertThat(texts.keys())
                .containsAll(readers.all().stringPropertyNames().stream()
                        .filter(key -> key.startsWith("remark."))
                        .toList());
    }

    private static String at(Translator readers, Place place, String text) {
        return place == null
                ? text
                : place.cell() == null
                        ? readers.text("work.offer.line", place.line(), text)
                        : readers.text("work.offer.cell", place.cell(), place.line(), text);
    }

    private FileReport inEnglish(FileReport report) {
        Translations english = new Translations();
        String told = texts.in(english, json(report), SubmissionsTest::escaped);
        try {
            return JsonFormat.read(new ByteArrayInputStream(told.getBytes(StandardCharsets.UTF_8)))
                    .getFirst();
        } catch (IOException | UnreadableReportException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text as it stands in JSON. */
    private static String escaped(String text) {
        String quoted = JsonMapper.shared().writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** What one function is expected to have, and has. */
    private record Expectation(FunctionReport report, JsonNode expected) {
        void check() {
            assertThat(word(report.status())).as(report.name()).isEqualTo(text("status"));
            boolean wrong = report.status() == FunctionReport.Status.FAILED;
            if (wrong && expected.has("flaw")) {
                assertThat(id(report.diagnosis()))
                        .as(report.name())
                        .contains("flaw")
                        .contains(text("flaw"));
            }
            if (wrong && expected.has("raises")) {
                String said = Objects.requireNonNull(report.problem()).text()
                        + Objects.requireNonNull(report.firstDifference()).text();
                assertThat(said).as(report.name()).contains(text("raises"));
            }
            if (wrong && text("cause").equals("nothing_returned")) {
                assertThat(id(report.problem())).isEqualTo("problem.nothing_returned");
            }
            assertThat(others(report)).as(report.name() + "’s blame").isEqualTo(blamed());
        }

        private TreeSet<String> blamed() {
            TreeSet<String> names = new TreeSet<>();
            expected.path("blame").forEach(name -> names.add(name.asString()));
            names.remove(report.name());
            return names;
        }

        private static TreeSet<String> others(FunctionReport report) {
            BlameReport blame = report.blame();
            TreeSet<String> names = new TreeSet<>(blame == null ? List.of() : blame.cause());
            names.remove(report.name());
            return names;
        }

        private String text(String key) {
            return expected.path(key).asString("");
        }
    }

    private FileReport report(String name) {
        return Objects.requireNonNull(reports.get(name));
    }

    private static String name(FileReport report) {
        return Path.of(report.file()).getFileName().toString();
    }

    private static String word(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static String id(Finding finding) {
        return finding == null ? "" : finding.id();
    }

    /** What does not depend on Python's words. */
    private static List<String> gist(FileReport report) {
        return report.functions().stream()
                .map(f -> Stream.of(
                                Optional.of(f.name()),
                                Optional.of(word(f.status())),
                                Optional.ofNullable(f.shown()),
                                Optional.ofNullable(f.heldOut()),
                                Optional.ofNullable(f.diagnosis()).map(Finding::id),
                                Optional.ofNullable(f.problem()).map(Finding::id),
                                Optional.ofNullable(f.blame()).map(BlameReport::cause))
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static FileReport steady(FileReport report) {
        return Autograders.steady(report);
    }

    private static String json(FileReport report) {
        StringWriter text = new StringWriter();
        try {
            new JsonFormat(JsonFormat.Layout.PRETTY).write(List.of(report), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static FileReport read(Path golden) throws IOException, UnreadableReportException {
        try (InputStream stream = Files.newInputStream(golden)) {
            return JsonFormat.read(stream).getFirst();
        }
    }
}
