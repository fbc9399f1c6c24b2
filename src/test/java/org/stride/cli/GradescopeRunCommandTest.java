package org.stride.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stride.PythonListings;
import org.stride.PythonWithoutSeccomp;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Seeds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Gradescope lays out, and what it gets, on real Python. */
class GradescopeRunCommandTest {
    private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(GradescopeRunCommandTest.class.getResourceAsStream("/reports/gradescope-results.schema.json"));

    @TempDir
    private Path root;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(root.resolve("submission"));
        Files.createDirectories(root.resolve("source"));
        Files.writeString(root.resolve("source/secret"), "00112233445566778899aabbccddeeff\n");
    }

    private static void needPython() {
        PythonListings.assumeInstalled();
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: the sandbox needs Linux");
    }

    private int run() {
        StringWriter out = new StringWriter();
        int status =
                Main.run(new PrintWriter(out, true), new PrintWriter(err, true), "gradescope-run", root.toString());
        assertThat(out.toString()).isEmpty();
        return status;
    }

    private JsonNode results() {
        needPython();
        assertThat(run()).as(err.toString()).isZero();
        return written();
    }

    private JsonNode written() {
        JsonNode results = JsonMapper.shared().readTree(root.resolve("results/results.json"));
        assertThat(SCHEMA.validate(results)).isEmpty();
        return results;
    }

    private void write(String name, String... functions) throws IOException {
        Path file = root.resolve("submission").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "import numpy as np\n\n" + String.join("\n\n\n", functions) + "\n");
    }

    private static String right(String function) {
        return Catalogue.load().get(function).strategies().getFirst().listing().code();
    }

    private void handIn(String... names) throws IOException {
        for (String name : names) {
            Files.copy(SUBMISSIONS.resolve(name), root.resolve("submission").resolve(name));
        }
    }

    private static List<String> statuses(JsonNode results) {
        return results.get("tests")
                .valueStream()
                .map(test -> test.get("status").asString())
                .toList();
    }

    private static String output(JsonNode results) {
        return results.get("output").asString().replaceAll("\\s+", " ");
    }

    @Test
    void aNotebookHasItsResults() throws IOException {
        handIn("22_german_forward_half.ipynb");

        JsonNode results = results();

        assertThat(results.get("score").asDouble()).isEqualTo(4);
        assertThat(statuses(results))
                .containsExactly("passed", "passed", "passed", "passed", "failed", "failed", "failed", "failed");
        assertThat(output(results)).doesNotContain("22_german", "sandbox", "landlock");
        assertThat(results.at("/extra_data/environment/secret").asString())
                .isEqualTo(new Seeds(Secret.key("00112233445566778899aabbccddeeff")).fingerprint());
        assertThat(root.resolve("results"))
                .isDirectoryNotContaining(file -> file.toString().endsWith(".half"));
    }

    @Test
    void ofSeveralFilesTheOneWithMostPointsCounts() throws IOException {
        write("1.py", right("zero_pad"));
        write("deeper/2.py", right("zero_pad"), right("conv_single_step"));
        write("3.py");

        JsonNode results = results();

        assertThat(results.get("score").asDouble()).isEqualTo(2);
        assertThat(output(results))
                .contains("Of the 3 files that were judged, deeper/2.py was taken: none has more points. The others: "
                        + "1.py, 3.py.");
    }

    @Test
    void amongEqualsTheOneWithMoreOptionalFunctionsCountsAndThenTheFirst() throws IOException {
        write("1.py", right("zero_pad"));
        write("2.py", right("zero_pad"), right("distribute_value"));
        write("3.py", right("zero_pad"), right("distribute_value"));

        JsonNode results = results();

        assertThat(results.get("score").asDouble()).isEqualTo(1);
        assertThat(output(results)).contains("2.py was taken: none has more points. The others: 1.py, 3.py.");
    }

    @Test
    void ofFarTooManyFilesOnlySomeAreJudged() throws IOException {
        for (int number = 0; number < 30; number++) {
            write("library/%02d.py".formatted(number));
        }
        write("work.py", right("zero_pad"));

        JsonNode results = results();

        assertThat(results.get("score").asDouble()).isEqualTo(1);
        assertThat(output(results))
                .contains("Of the 20 files that were judged, work.py was taken")
                .contains("31 files were handed in, of which 20 were judged. Hand in the notebook alone.");
    }

    @Test
    void whatIsHostileScoresNothingAndDoesNoHarm() throws IOException {
        handIn("52_reaches_outside.ipynb");

        JsonNode results = results();

        assertThat(results.get("score").asDouble()).isZero();
        assertThat(statuses(results))
                .containsExactly("failed", "failed", "failed", "failed", "failed", "passed", "passed", "failed");
    }

    @Test
    void whatCannotBeReadScoresNothingAndSaysWhy() throws IOException {
        handIn("55_no_json.ipynb");

        JsonNode results = results();

        assertThat(results.get("score").asDouble()).isZero();
        assertThat(output(results)).startsWith("This file could not be read");
    }

    @Test
    void thePointsOfTheKitHold() throws IOException {
        Files.writeString(
                root.resolve("source/points.yaml"), "zero_pad: 2.5\ndistribute_value: {points: 3, optional: true}\n");
        write("1.py", right("zero_pad"), right("distribute_value"), right("conv_single_step"));

        JsonNode results = results();

        assertThat(results.get("score").asDouble()).isEqualTo(2.5);
        assertThat(results.get("tests")
                        .valueStream()
                        .map(test -> test.get("name").asString() + " "
                                + test.get("max_score").asString()))
                .containsExactly("zero_pad 2.5", "distribute_value 0");
    }

    @Test
    void withoutANotebookTheResultsSayWhatWasExpectedAndWhatCame() throws IOException {
        Files.createFile(root.resolve("submission/work.docx"));
        Files.createFile(root.resolve("submission/\u001b[31mred.pdf"));

        assertThat(run()).isZero();

        assertThat(written().get("score").asDouble()).isZero();
        assertThat(written().get("tests")).isEmpty();
        assertThat(output(written()))
                .startsWith("There is no notebook and no script in this submission: expected a file that ends in "
                        + ".ipynb or .py. It has ")
                .contains("work.docx", "\\x1b[31mred.pdf");
    }

    @Test
    void anEmptySubmissionSaysSo() {
        assertThat(run()).isZero();

        assertThat(output(written())).startsWith("Nothing was handed in: expected a notebook or a script");
    }

    @Test
    void anOlderResultDoesNotOutliveAFaultOfOurs() throws IOException {
        write("1.py", right("zero_pad"));
        Files.delete(root.resolve("source/secret"));
        Files.createDirectories(root.resolve("results"));
        Files.writeString(root.resolve("results/results.json"), "{\"score\": 8}");

        assertThat(run()).isEqualTo(2);

        assertThat(err.toString())
                .isEqualTo("stride: there is no " + root.resolve("source/secret")
                        + ", which the kit brings along: upload it again\n");
        assertThat(root.resolve("results")).isEmptyDirectory();
    }

    private static void withPython(Path other, Runnable what) {
        String python = System.getProperty("stride.python");
        System.setProperty("stride.python", other.toString());
        try {
            what.run();
        } finally {
            if (python == null) {
                System.clearProperty("stride.python");
            } else {
                System.setProperty("stride.python", python);
            }
        }
    }

    @Test
    void aMissingLayerOfTheSandboxIsToldToTheStaffAlone() throws IOException {
        needPython();
        write("1.py", right("zero_pad"));

        withPython(PythonWithoutSeccomp.in(root), () -> assertThat(run()).isZero());

        assertThat(err.toString())
                .startsWith("stride: the sandbox is without seccomp: ")
                .hasLineCount(1);
        assertThat(written().get("score").asDouble()).isEqualTo(1);
        assertThat(written().toString()).doesNotContain("seccomp", "sandbox");
    }

    @Test
    void withoutAPythonThereAreNoResultsAndTheStaffHearsWhy() throws IOException {
        write("1.py", right("zero_pad"));

        withPython(root.resolve("none"), () -> assertThat(run()).isEqualTo(2));

        assertThat(err.toString()).contains("Python cannot be run: there is no Python at " + root.resolve("none"));
        assertThat(root.resolve("results/results.json")).doesNotExist();
    }

    @Test
    void whatIsNotLaidOutIsSaid() throws IOException {
        Files.delete(root.resolve("submission"));

        assertThat(run()).isEqualTo(2);

        assertThat(err.toString()).isEqualTo("stride: there is no file or folder " + root.resolve("submission") + "\n");
    }
}
