package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stride.PythonListings;
import org.stride.exercise.Catalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as it is typed, on real Python. */
class GradeCommandTest {
    private static final Pattern SECONDS = Pattern.compile("\"seconds\":[0-9.]+");
    private static final List<String> FORWARD = List.of("zero_pad", "conv_single_step", "conv_forward", "pool_forward");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void thereIsAPython() {
        PythonListings.assumeInstalled();
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"), "skipped: the sandbox is whole on Linux only");
    }

    private int run(Object... arguments) {
        Stream<String> words =
                Stream.concat(Stream.of("grade"), Arrays.stream(arguments).map(Object::toString));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    private int grade(Object... arguments) {
        return run(Stream.concat(Stream.of("--secret", "a secret of the tests", "-j", "1"), Arrays.stream(arguments))
                .toArray());
    }

    private Path write(String name, String... functions) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "import numpy as np\n\n" + String.join("\n\n\n", functions) + "\n");
    }

    private static String right(String function) {
        return Catalogue.load().get(function).strategies().getFirst().listing().code();
    }

    private static String[] rightForward() {
        return FORWARD.stream().map(GradeCommandTest::right).toArray(String[]::new);
    }

    private static String wrongMask() {
        return "def create_mask_from_window(x):\n    return x == np.min(x)";
    }

    @Test
    void aRightFileExitsWith0AndTheOptionalHalfMayBeMissing() throws IOException {
        assertThat(grade(write("right.py", rightForward()))).isEqualTo(0);
        assertThat(out.toString()).contains("right.py", "4 of 4", "zero_pad", "passed");
        assertThat(err.toString()).isEqualTo("1 file: 1 passed, 0 failed\n");
    }

    @Test
    void aWrongFileExitsWith1AndSaysWhy() throws IOException {
        assertThat(grade(write("wrong.py", wrongMask()))).isEqualTo(1);
        assertThat(out.toString())
                .contains("x == np.max(x)")
                .contains("There is no function `zero_pad` that stands by itself");
    }

    @Test
    void anOptionalFunctionThatIsTriedAndWrongCountsAsAFailure() throws IOException {
        String[] functions = Stream.concat(Arrays.stream(rightForward()), Stream.of(wrongMask()))
                .toArray(String[]::new);
        assertThat(grade("-f", "json", write("mixed.py", functions))).isEqualTo(1);
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.get("status").asString()).isEqualTo("failed");
        assertThat(report.get("score").asDouble()).isEqualTo(4);
    }

    @Test
    void oneFileIsOneObjectAndAFolderIsALineForEach() throws IOException {
        Path one = write("a.py", right("zero_pad"));
        write("deeper/b.py", right("zero_pad"));
        write(".hidden/c.py", right("zero_pad"));
        Files.createSymbolicLink(folder.resolve("link.py"), one);
        grade("-f", "json", "-e", "zero_pad", one);
        assertThat(out.toString().lines().count()).isGreaterThan(10);
        out.getBuffer().setLength(0);
        grade("-f", "json", "-e", "zero_pad", folder);
        assertThat(out.toString().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(
                                JsonMapper.shared().readTree(line).get("status").asString())
                        .isEqualTo("passed"));
    }

    @Test
    void severalFormatsGoToAFolder() throws IOException {
        Path file = write("in/student_07.py", right("zero_pad"));
        Path reports = folder.resolve("out");
        assertThat(grade("-f", "text,json,junit,gradescope,csv", "-o", reports, "-e", "zero_pad", file.getParent()))
                .isEqualTo(0);
        try (Stream<Path> files = Files.walk(reports)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "student_07.py.txt",
                            "student_07.py.results.json",
                            "report.jsonl",
                            "report.xml",
                            "report.csv");
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void pointsDecideWhatIsAskedForAndWhatItIsWorth() throws IOException {
        Path points = Files.writeString(
                folder.resolve("points.yaml"), "zero_pad: 10\ncreate_mask_from_window: {points: 5, optional: true}\n");
        grade("-f", "json", "--points", points, write("a.py", right("zero_pad"), wrongMask()));
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.get("score").asDouble()).isEqualTo(10);
        assertThat(report.get("possible").asDouble()).isEqualTo(10);
        assertThat(report.get("functions")).hasSize(2);
    }

    @Test
    void failUnderLooksAtTheScoreAlone() throws IOException {
        Path file = write("a.py", right("zero_pad"));
        assertThat(grade("--fail-under", "25", file)).isEqualTo(0);
        assertThat(grade("--fail-under", "26", file)).isEqualTo(1);
    }

    @Test
    void quietSaysNothingBesideTheReport() throws IOException {
        grade("-q", write("a.py", right("zero_pad")));
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).isNotEmpty();
    }

    @Test
    void sixteenShardsPutTogetherAreOneRun() throws IOException {
        for (int number = 0; number < 20; number++) {
            write("class/%02d.py".formatted(number), number % 3 == 0 ? wrongMask() : right("zero_pad"));
        }
        Files.writeString(folder.resolve("class/99.ipynb"), "no notebook");
        List<Object> shards = new ArrayList<>(List.of("--merge", "-f", "json"));
        for (int number = 1; number <= 16; number++) {
            Path shard = folder.resolve("shard-%02d.jsonl".formatted(number));
            grade("-f", "json", "-o", shard, "--shard", number + "/16", folder.resolve("class"));
            shards.add(shard);
        }
        out.getBuffer().setLength(0);
        assertThat(run(shards.toArray())).isEqualTo(1);
        String merged = withoutTimes(out.toString());
        out.getBuffer().setLength(0);
        grade("-f", "json", folder.resolve("class"));
        assertThat(out.toString().lines()).hasSize(21);
        assertThat(merged).isEqualTo(withoutTimes(out.toString()));
    }

    @Test
    void reportsThatDoNotBelongTogetherAreNotPutTogether() throws IOException {
        Path one = folder.resolve("1.json"), other = folder.resolve("2.json");
        Path file = write("a.py", right("zero_pad"));
        run("--secret", "one", "-f", "json", "-o", one, "-q", file);
        run("--secret", "other", "-f", "json", "-o", other, "-q", write("b.py", right("zero_pad")));
        assertThat(run("--merge", one, other)).isEqualTo(2);
        assertThat(err.toString()).contains("do not belong together");
        assertThat(run("--merge", one, one)).isEqualTo(2);
        assertThat(err.toString()).contains("two reports on");
    }

    @Test
    void theSameSecretGivesTheSameReportAndAnotherOneAnotherFingerprint() throws IOException {
        Path file = write("a.py", rightForward());
        grade("-f", "json", file);
        grade("-f", "json", file);
        String twice = withoutTimes(out.toString().replaceAll("\\s", ""));
        assertThat(twice.substring(0, twice.length() / 2)).isEqualTo(twice.substring(twice.length() / 2));
        out.getBuffer().setLength(0);
        run("--secret", "another", "-f", "json", file);
        String fingerprint = JsonMapper.shared()
                .readTree(out.toString())
                .at("/environment/secret")
                .asString();
        assertThat(fingerprint).matches("[0-9a-f]{16}");
        assertThat(twice).doesNotContain(fingerprint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format html x.py | html",
                "--exercise zero_pda x.py | there is no function zero_pda; there are zero_pad, conv_single_step",
                "--jobs 0 x.py | expected 1 to 256, got 0",
                "--timeout 0 x.py | expected 1 to 600 seconds, got 0",
                "--fail-under 101 x.py | expected 0 to 100 percent, got 101",
                "--shard 17/16 x.py | expected a number from 1 to the count",
                "--shard half x.py | expected two numbers such as 3/16",
                "missing.py | there is no file or folder missing.py",
                "--points missing.yaml x.py | the points cannot be read from missing.yaml",
                "--format text,json x.py | several formats need a folder to go to",
                "--merge missing.json | the reports cannot be read from missing.json",
                "--unknown x.py | Unknown option",
                "--quiet | Missing required parameter"
            })
    void whatCannotBeDoneIsRefusedInAWord(String words, String said) {
        assertThat(run((Object[]) words.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(said);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anEmptyNameIsNoFolder() {
        assertThat(run("")).isEqualTo(2);
        assertThat(err.toString()).contains("got an empty name");
    }

    @Test
    void aFolderWithoutNotebooksIsRefused() {
        assertThat(grade(folder)).isEqualTo(2);
        assertThat(err.toString()).contains("no notebook and no script");
    }

    @Test
    void gradescopeForManyNeedsAFolder() throws IOException {
        write("a.py", "");
        write("b.py", "");
        assertThat(grade("-f", "gradescope", folder)).isEqualTo(2);
        assertThat(err.toString()).contains("one result for each file");
    }

    private static String withoutTimes(String json) {
        return SECONDS.matcher(json).replaceAll("\"seconds\":0");
    }

    @Test
    void manyFilesKeepTheirOrder() throws IOException {
        IntStream.range(0, 40).forEach(number -> {
            try {
                write("%02d.py".formatted(number), number % 5 == 0 ? right("zero_pad") : "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        run("--secret", "x", "-j", "2", "-f", "csv", folder);
        assertThat(out.toString().lines().skip(1).map(line -> line.replaceFirst("\\.py,.*", "")))
                .isSorted()
                .hasSize(40);
    }
}
