package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stride.PythonListings;
import org.stride.ShellScripts;
import org.stride.ShellScripts.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A kit as the packaged application writes it, laid out as on Gradescope, where its own run_autograder judges. */
class KitIT {
    private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String SECRET = "00112233445566778899aabbccddeeff";
    private static final String FINGERPRINT = "6f980c129d8382ef";
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(KitIT.class.getResourceAsStream("/reports/gradescope-results.schema.json"));

    @TempDir
    private static Path kits;

    /** The usual assignment, and one with points. */
    private static Path usual;

    private static Path weighted;

    @TempDir
    private Path root;

    @BeforeAll
    static void writeKits() throws IOException, InterruptedException {
        PythonListings.assumeInstalled();
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: the sandbox needs Linux");
        Path points = Files.writeString(kits.resolve("points.yaml"), "zero_pad: 10\nconv_forward: 30\n");
        usual = kit("usual.zip");
        weighted = kit("weighted.zip", "--points", points.toString(), "--exercise", "conv_forward");
    }

    private static Path kit(String name, String... options) throws IOException, InterruptedException {
        Path file = kits.resolve(name);
        List<String> words = new ArrayList<>(List.of("gradescope-kit", "--secret", SECRET));
        words.addAll(List.of(options));
        words.add(file.toString());
        assertThat(stride(words).said())
                .isEqualTo(file + " is written, with the held-out checks of secret " + FINGERPRINT + ".\n");
        return file;
    }

    private static Ended stride(List<String> words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(JAVA.toString(), "-jar", String.valueOf(System.getProperty("stride.jar"))));
        command.addAll(words);
        return ShellScripts.run(kits, environment(), command);
    }

    private static Map<String, String> environment() {
        return Map.of(
                "PATH",
                JAVA.getParent() + ":/usr/bin:/bin",
                "LC_ALL",
                "C.UTF-8",
                "STRIDE_PYTHON",
                PythonListings.python().toAbsolutePath().toString());
    }

    /** As Gradescope does: the zip unpacked, its run_autograder at the top, and what was handed in. */
    private void layOut(Path kit) throws IOException {
        Path source = Files.createDirectories(root.resolve("source"));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(kit))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, source.resolve(entry.getName()));
            }
        }
        Files.copy(source.resolve("run_autograder"), root.resolve("run_autograder"));
        Files.createDirectories(root.resolve("submission"));
    }

    private void handIn(String submission, String name) throws IOException {
        Files.copy(SUBMISSIONS.resolve(submission), root.resolve("submission").resolve(name));
    }

    private JsonNode results() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(environment());
        // The image that Gradescope builds has none
        environment.remove("LC_ALL");
        environment.put("AUTOGRADER_ROOT", root.toString());
        List<String> command = List.of(
                ShellScripts.command("bash").toString(),
                root.resolve("run_autograder").toString());

        assertThat(ShellScripts.run(root, environment, command)).isEqualTo(new Ended(0, ""));

        JsonNode results = JsonMapper.shared().readTree(root.resolve("results/results.json"));
        assertThat(SCHEMA.validate(results)).isEmpty();
        return results;
    }

    private static List<String> tests(JsonNode results) {
        return results.get("tests")
                .valueStream()
                .map(test ->
                        test.get("name").asString() + " " + test.get("status").asString() + " "
                                + test.get("score").asString() + "/"
                                + test.get("max_score").asString())
                .toList();
    }

    private static String output(JsonNode results) {
        return results.get("output").asString().replaceAll("\\s+", " ");
    }

    @Test
    void aRightNotebookHasAllPointsAndTheReportOfThisMachine() throws IOException, InterruptedException {
        layOut(usual);
        handIn("08_starter_solved.ipynb", "übung.ipynb");

        JsonNode results = results();

        assertThat(results.get("score").asDouble()).isEqualTo(4);
        assertThat(tests(results))
                .containsExactly(
                        "zero_pad passed 1/1",
                        "conv_single_step passed 1/1",
                        "conv_forward passed 1/1",
                        "pool_forward passed 1/1",
                        "conv_backward passed 0/0",
                        "create_mask_from_window passed 0/0",
                        "distribute_value passed 0/0",
                        "pool_backward passed 0/0");
        assertThat(results.at("/extra_data/environment/secret").asString()).isEqualTo(FINGERPRINT);
        Ended here = stride(List.of(
                "grade",
                "--quiet",
                "--format",
                "gradescope",
                "--secret",
                SECRET,
                root.resolve("submission/übung.ipynb").toString()));
        assertThat(withoutTime(results))
                .isEqualTo(withoutTime(JsonMapper.shared().readTree(here.said())));
    }

    private static JsonNode withoutTime(JsonNode results) {
        return ((ObjectNode) results).without("execution_time");
    }

    @Test
    void ofSeveralFilesTheBestCountsByThePointsOfTheKit() throws IOException, InterruptedException {
        layOut(weighted);
        handIn("28_one_function.py", "a.py");
        handIn("08_starter_solved.ipynb", "b.ipynb");
        handIn("54_truncated.ipynb", "c.ipynb");

        JsonNode results = results();

        assertThat(tests(results)).containsExactly("conv_forward passed 30/30");
        assertThat(results.get("score").asDouble()).isEqualTo(30);
        assertThat(output(results))
                .contains("Of the 3 files that were judged, b.ipynb was taken: none has more points. The others: "
                        + "a.py, c.ipynb.");
    }

    @Test
    void withoutANotebookTheStudentReadsWhatWasExpected() throws IOException, InterruptedException {
        layOut(usual);
        Files.createFile(root.resolve("submission/work.docx"));

        JsonNode results = results();

        assertThat(results.get("score").asDouble()).isZero();
        assertThat(output(results)).contains("expected a file that ends in .ipynb or .py. It has work.docx.");
    }

    @Test
    void hostileNotebooksGetTheirReportAndNothingElse() throws IOException, InterruptedException {
        layOut(usual);
        handIn("51_never_ending.ipynb", "51.ipynb");
        handIn("52_reaches_outside.ipynb", "52.ipynb");
        handIn("53_claims_to_pass.ipynb", "53.ipynb");

        JsonNode results = results();

        assertThat(results.get("score").asDouble()).isZero();
        assertThat(output(results))
                .contains("51.ipynb was taken: none has more points. The others: 52.ipynb, 53.ipynb.");
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("results", "run_autograder", "source", "submission");
        }
        assertThat(root.resolve("results")).isDirectoryNotContaining(file -> !file.endsWith("results.json"));
    }
}
