package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.rest.Client.json;
import static org.stride.rest.Client.part;
import static org.stride.rest.Client.problem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FilesTest extends ApiTest {
    private static final String CHECK = "/api/v1/files/check";
    private static final String ONLY_PADDING = CHECK + "?exercises=zero_pad";
    private static final byte[] FILE = part("file", "student_07.py", SOLUTION.getBytes(StandardCharsets.UTF_8));

    @Test
    void aNotebookIsJudgedAtOnce() {
        String notebook = Notebooks.of("import numpy as np", SOLUTION, "def conv_single_step(a, W, b):\n    return a");

        HttpResponse<String> answer = client.upload(CHECK, "student_07.ipynb", notebook);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"uploads\";q=10;w=60");
        assertThat(answer.headers().firstValue("RateLimit")).contains("\"uploads\";r=9");
        JsonNode report = json(answer);
        assertThat(report.get("file").asString()).isEqualTo("student_07.ipynb");
        assertThat(report.get("score").asInt()).isEqualTo(1);
        assertThat(report.get("functions")).hasSize(8);
        assertThat(report.get("functions").get(0).get("status").asString()).isEqualTo("passed");
        assertThat(report.get("functions").get(0).get("place").get("cell").asInt())
                .isEqualTo(2);
        assertThat(report.get("functions").get(1).get("status").asString()).isEqualTo("failed");
        assertThat(report.get("functions").get(2).get("status").asString()).isEqualTo("not_attempted");
    }

    @Test
    void theExercisesThatAreAskedForAreJudgedAndNoOthers() {
        HttpResponse<String> byComma = client.upload(CHECK + "?exercises=conv_backward,zero_pad", FILE);
        HttpResponse<String> again = client.upload(CHECK + "?exercises=conv_backward&exercises=zero_pad", FILE);

        for (HttpResponse<String> answer : List.of(byComma, again)) {
            JsonNode report = json(answer);
            assertThat(report.get("functions")).hasSize(2);
            assertThat(report.get("functions").get(0).get("name").asString()).isEqualTo("zero_pad");
            assertThat(report.get("functions").get(1).get("optional").asBoolean())
                    .isFalse();
            assertThat(report.get("possible").asInt()).isEqualTo(2);
        }
    }

    @Test
    void anExerciseThatThereIsNotNamesThoseThatThereAre() {
        String detail = problem(client.upload(CHECK + "?exercises=zero_pad,nonsense", FILE), 400, "bad-parameter");

        assertThat(detail).contains("nonsense").contains("zero_pad, conv_single_step, ");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                       | text/plain                       | text/plain;charset=UTF-8 | ✓ zero_pad
                       | application/xml                  | application/xml          | <?xml version="1.0"
                       | text/csv                         | text/csv;charset=UTF-8   | file,status,score
                       | application/json                 | application/json         | "file" : "student_07.py"
                       | text/csv;q=0.5, application/xml  | application/xml          | <testsuites
                       | text/html, */*;q=0.8             | application/json         | "functions"
            text       | application/json                 | text/plain;charset=UTF-8 | ✓ zero_pad
            json       | */*                              | application/json         | "functions"
            junit      | */*                              | application/xml          | <testsuites
            gradescope | */*                              | application/json         | "stdout_visibility"
            csv        | */*                              | text/csv;charset=UTF-8   | student_07.py,passed,1,1,100
            """)
    void aReportComesInTheFormatThatIsAskedFor(String format, String accepted, String type, String has) {
        HttpResponse<String> answer =
                client.upload(ONLY_PADDING + (format == null ? "" : "&format=" + format), FILE, "Accept", accepted);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.body().replace("\":", "\" :")).contains(has);
    }

    @Test
    void aFormatThatThereIsNotNamesThoseThatThereAre() {
        String detail = problem(client.upload(CHECK + "?format=pdf", FILE), 400, "bad-parameter");

        assertThat(detail).contains("pdf").contains("text, json, junit, gradescope, csv");
    }

    @Test
    void aFormThatNobodyAcceptsIsRefused() {
        String detail = problem(client.upload(CHECK, FILE, "Accept", "image/png"), 406, "not-acceptable");

        assertThat(detail).contains("application/json").contains("text/csv");
    }

    @Test
    void aFormWithoutAFileIsToldWhatIsMissing() {
        assertThat(problem(client.upload(CHECK, new byte[0]), 400, "missing-file"))
                .contains("`file`")
                .contains("0");
        assertThat(problem(client.upload(CHECK, part("notebook", "a.py", new byte[0])), 400, "missing-file"))
                .contains("`file`");
    }

    @Test
    void twoFilesAreOneTooMany() {
        byte[] two = Client.bytes("", FILE, new String(FILE, StandardCharsets.UTF_8));

        assertThat(problem(client.upload(CHECK, two), 400, "missing-file")).contains("2");
    }

    @Test
    void aFormThatBreaksOffIsRefused() {
        HttpResponse<String> answer =
                client.send(client.uploading(CHECK).POST(BodyPublishers.ofByteArray(FILE, 0, FILE.length - 20)));

        problem(answer, 400, "malformed");
    }

    @Test
    void aFileWithoutItsFormIsToldInWhichOneItGoes() {
        assertThat(problem(client.postJson(CHECK, Notebooks.of(SOLUTION)), 415, "wrong-media-type"))
                .contains("multipart/form-data");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            broken.ipynb  | {"cells": [
            list.ipynb    | [1, 2, 3]
            old.ipynb     | {"nbformat": 2, "worksheets": []}
            """)
    void aNotebookThatCannotBeReadIsToldWhy(String name, String content) {
        String detail = problem(client.upload(CHECK, name, content), 422, "unreadable");

        assertThat(detail).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void deepNestingInANotebookIsToldAndHarmsNobody() {
        problem(client.upload(CHECK, "deep.ipynb", "{\"cells\":" + "[".repeat(2_000_000)), 422, "unreadable");

        assertThat(json(client.check("zero_pad", SOLUTION)).get("status").asString())
                .isEqualTo("passed");
    }

    @Test
    void millionsOfTinyPiecesInANotebookHarmNobody() {
        String pieces =
                "{\"nbformat\":4,\"nbformat_minor\":4,\"metadata\":{},\"cells\":[" + "[],".repeat(1_700_000) + "[]]}";

        HttpResponse<String> answer = client.upload(CHECK, "pieces.ipynb", pieces);

        assertThat(answer.statusCode()).isIn(200, 422);
        assertThat(json(client.check("zero_pad", SOLUTION)).get("status").asString())
                .isEqualTo("passed");
    }

    @Test
    void aPackedFileIsNeverUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int megabyte = 0; megabyte < 500; megabyte++) {
                gzip.write(new byte[1 << 20]);
            }
        }

        HttpResponse<String> asFile = client.upload(CHECK, part("file", "bomb.ipynb", packed.toByteArray()));
        HttpResponse<String> asBody = client.send(client.uploading(CHECK)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        problem(asFile, 422, "unreadable");
        problem(asBody, 400, "missing-file");
    }

    @Test
    void outputsThatAFileBringsAlongAreNotRead() {
        List<?> outputs = List.of(
                Map.of("output_type", "stream", "name", "stdout", "text", List.of("All tests passed", "score: 8/8")));
        String notebook = Notebooks.ofCells(
                Notebooks.cell("def zero_pad(X, pad):\n    return X", outputs), Notebooks.cell("# nothing", outputs));

        HttpResponse<String> answer = client.upload(CHECK, "student_07.ipynb", notebook);

        assertThat(json(answer).get("score").asInt()).isZero();
        assertThat(json(answer).get("status").asString()).isEqualTo("failed");
        assertThat(answer.body()).doesNotContain("All tests passed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ../../etc/cron.d/student.py       | student.py
            C:\\\\Users\\\\student\\\\zero.py | zero.py
            /etc/passwd                       | passwd
            ..                                | file
            =cmd.py                           | =cmd.py
            """)
    void aNameIsOnlyTextInAReport(String name, String told) {
        HttpResponse<String> answer = client.upload(ONLY_PADDING, name, SOLUTION);

        assertThat(json(answer).get("file").asString()).isEqualTo(told);
    }

    @Test
    void aNameThatIsAFormulaIsNoneInATable() {
        HttpResponse<String> answer = client.upload(ONLY_PADDING + "&format=csv", "=1+1.py", SOLUTION);

        assertThat(answer.body()).contains("\n'=1+1.py,");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"text", "json", "junit", "gradescope", "csv"})
    void scriptsInNamesAndCodeAreNeverAPage(String format) {
        String script = "<script>alert(1)</script>";
        String source = "def zero_pad(X, pad):\n    raise ValueError('" + script + "')\n";

        HttpResponse<String> answer = client.upload(
                ONLY_PADDING + "&format=" + format,
                script.replace("/", "") + ".py",
                source,
                "Accept",
                "text/html, */*");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("alert(1)");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).doesNotContain("html");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("sandbox");
        if (format.equals("junit")) {
            assertThat(answer.body()).doesNotContain("<script");
        }
    }

    @Test
    void codeThatNeverEndsIsGivenUpAndTheOthersAreJudged() {
        HttpResponse<String> answer = client.upload(
                CHECK + "?exercises=zero_pad,create_mask_from_window",
                "student_07.py",
                ENDLESS + "def create_mask_from_window(x):\n    return x == np.max(x)\n");

        JsonNode functions = json(answer).get("functions");
        assertThat(functions.get(0).get("status").asString()).isIn("failed", "error");
        assertThat(functions.get(1).get("status").asString()).isEqualTo("passed");
    }

    @Test
    void whoeverUploadsTooOftenIsToldWhenTheNextOneMayCome() {
        for (int time = 0; time < 10; time++) {
            assertThat(client.upload(CHECK + "?format=pdf", FILE).statusCode()).isEqualTo(400);
        }

        HttpResponse<String> tooMany = client.upload("/api/v1/jobs", FILE);

        problem(tooMany, 429, "too-many-requests");
        assertThat(tooMany.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 6L);
        assertThat(json(client.check("zero_pad", SOLUTION)).get("status").asString())
                .isEqualTo("passed");
    }
}
