package org.stride.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read and written again is what it was. */
class RoundTripTest {
    private static String written(Notebook notebook) {
        return new String(NotebookWriter.write(notebook), UTF_8);
    }

    private static Notebook read(String content) throws UnreadableFileException {
        return NotebookReader.read(content.getBytes(UTF_8));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void writingReadingAndWritingLosesNothing(int seed) throws UnreadableFileException {
        Notebook made = new NotebookGenerator(seed).notebook();

        Notebook read = NotebookReader.read(NotebookWriter.write(made));

        assertThat(read.metadata()).isEqualTo(made.metadata());
        assertThat(read.rest()).isEqualTo(made.rest());
        assertThat(read.cells()).hasSameSizeAs(made.cells());
        for (int place = 0; place < made.cells().size(); place++) {
            Cell before = made.cells().get(place);
            Cell after = read.cells().get(place);
            assertThat(after.source()).isEqualTo(before.source());
            assertThat(after.type()).isEqualTo(before.type());
            assertThat(after.metadata()).isEqualTo(before.metadata());
            assertThat(after.rest().values()).containsAllEntriesOf(before.rest().values());
        }
        assertThat(written(read)).isEqualTo(written(made));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsWrittenIsOfFormat45(int seed) throws UnreadableFileException {
        FormatRules.assertHeld(NotebookWriter.write(new NotebookGenerator(seed).notebook()));
    }

    @Test
    void theRulesOfTheFormatNoticeWhatBreaksThem() {
        String written = written(Courses.COURSE.empty());

        for (String broken : List.of(
                written.replace("\"id\": \"zero_pad\"", "\"id\": \"imports\""),
                written.replace("\"id\": \"zero_pad\"", "\"id\": \"zero pad\""),
                written.replace("\"outputs\": []", "\"outputs\": {}"),
                written.replace("\"nbformat_minor\": 5", "\"nbformat_minor\": 4"))) {
            assertThat(broken).isNotEqualTo(written);
            assertThatThrownBy(() -> FormatRules.assertHeld(broken.getBytes(UTF_8)))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void itLooksAsJupyterWritesIt() {
        Json.Fields output = Json.Fields.none()
                .with("output_type", "stream")
                .with("name", "stdout")
                .with("text", "\u001b[1mé\u007f \"\\ \t\b\f\r😀");
        Cell code = new Cell(
                Cell.CODE,
                "a-1",
                "x = 1\ny = 2",
                Json.Fields.none().with("b", true).with("a", Json.Nothing.NULL),
                Json.Fields.none().with("outputs", new Json.Items(List.of(output))));
        Notebook notebook =
                new Notebook(2, Json.Fields.none(), List.of(code, Cell.markdown("t", "")), Json.Fields.none());

        assertThat(written(notebook)).isEqualTo("""
                {
                 "cells": [
                  {
                   "cell_type": "code",
                   "execution_count": null,
                   "id": "a-1",
                   "metadata": {
                    "a": null,
                    "b": true
                   },
                   "outputs": [
                    {
                     "name": "stdout",
                     "output_type": "stream",
                     "text": "\\u001b[1mé\u007f \\"\\\\ \\t\\b\\f\\r😀"
                    }
                   ],
                   "source": [
                    "x = 1\\n",
                    "y = 2"
                   ]
                  },
                  {
                   "cell_type": "markdown",
                   "id": "t",
                   "metadata": {},
                   "source": []
                  }
                 ],
                 "metadata": {},
                 "nbformat": 4,
                 "nbformat_minor": 5
                }
                """);
    }

    @Test
    void keysAreSortedAsPythonSortsThem() {
        Json.Fields metadata = Json.Fields.none()
                .with("\uFFFDb", 1)
                .with("😀", 2)
                .with("a", 3)
                .with("ab", 4)
                .with("B", 5);

        assertThat(JsonPrinter.print(metadata).lines().map(line -> line.replaceAll("[^0-9]", "")))
                .containsExactly("", "5", "3", "4", "1", "2", "");
    }

    @Test
    void numbersKeepTheirDigits() throws UnreadableFileException {
        String numbers = "[1.0, 1e-05, -0.0, 123456789012345678901234567890, 0.1000, NaN, -Infinity, 2E+3]";
        Notebook notebook =
                read("{\"cells\": [], \"nbformat\": 4, \"nbformat_minor\": 4, \"metadata\": {\"a\": " + numbers + "}}");

        assertThat(written(notebook).replaceAll("\\s+", "")).contains(numbers.replace(" ", ""));
    }

    @Test
    void cellsWithoutAnIdGetOneThatIsFree() throws UnreadableFileException {
        String cell = "{\"cell_type\": \"raw\", \"metadata\": {}, \"source\": \"\"%s}";
        String cells = String.join(
                ",",
                cell.formatted(""),
                cell.formatted(", \"id\": \"cell-3\""),
                cell.formatted(""),
                cell.formatted(", \"id\": \"cell-3\""),
                cell.formatted(", \"id\": \"not an id\""),
                cell.formatted(", \"id\": \"" + "x".repeat(65) + "\""),
                cell.formatted(", \"id\": \"A_b-9\""));
        Notebook notebook = read("{\"cells\": [" + cells + "], \"nbformat\": 4, \"nbformat_minor\": 4}");

        assertThat(read(written(notebook)).cells().stream().map(Cell::id))
                .containsExactly("cell-1", "cell-3", "cell-3-2", "cell-4", "cell-5", "cell-6", "A_b-9");
    }

    @ParameterizedTest(name = "4.{0} becomes 4.{1}")
    @CsvSource({"0, 5", "4, 5", "5, 5", "6, 6"})
    void olderFormatsAreRaisedAndLaterOnesKept(int minor, int written) throws UnreadableFileException {
        Notebook notebook = read("{\"cells\": [], \"nbformat\": 4, \"nbformat_minor\": " + minor + ", \"later\": [1]}");

        assertThat(written(notebook)).contains("\"nbformat_minor\": " + written + "\n", "\"later\": [\n  1\n ]");
    }

    @Test
    void sourceIsCutIntoLinesWherePythonCuts() throws UnreadableFileException {
        Cell cell = Cell.code("a", "a\n\nb\r\nc\rd\fe\u2028f\n");
        String text = written(Notebook.python(List.of(cell)));

        assertThat(text)
                .contains("\"source\": ["
                        + String.join(
                                ",",
                                "\n    \"a\\n\"",
                                "\n    \"\\n\"",
                                "\n    \"b\\r\\n\"",
                                "\n    \"c\\r\"",
                                "\n    \"d\\f\"",
                                "\n    \"e\u2028\"",
                                "\n    \"f\\n\"\n   ]"));
    }

    @Test
    void format3BecomesFormat4() throws UnreadableFileException {
        Notebook notebook = read("""
                {"metadata": {"name": "old", "signature": "sha256:0"}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [
                  {"metadata": {}, "cells": [
                    {"cell_type": "heading", "level": 3, "metadata": {"a": 1}, "source": ["Two\\n", "lines"]},
                    {"cell_type": "markdown", "metadata": {}, "source": ["a\\n", "b"]},
                    {"cell_type": "code", "collapsed": true, "input": ["x = 1"], "language": "python", "metadata": {}, "prompt_number": 7,
                     "outputs": [
                       {"output_type": "pyout", "prompt_number": 7, "text": ["1"], "png": "iVBO", "metadata": {"b": 2}},
                       {"output_type": "display_data", "svg": "<svg/>"},
                       {"output_type": "pyerr", "ename": "E", "evalue": "", "traceback": []},
                       {"output_type": "stream", "stream": "stderr", "text": "oh"},
                       {"output_type": "stream", "text": "ah"}]}]}]}
                """);

        FormatRules.assertHeld(NotebookWriter.write(notebook));
        assertThat(notebook.cells().stream().map(Cell::source)).containsExactly("### Two lines", "a\nb", "x = 1");
        assertThat(notebook.cells().stream().map(Cell::type)).containsExactly("markdown", "markdown", "code");
        Cell code = notebook.cells().getLast();
        assertThat(JsonPrinter.print(code.metadata()).replaceAll("\\s", ""))
                .isEqualTo("{\"collapsed\":true,\"language\":\"python\"}");
        assertThat(JsonPrinter.print(code.rest()).replaceAll("\\s", ""))
                .isEqualTo("{\"execution_count\":7,\"outputs\":["
                        + "{\"data\":{\"image/png\":\"iVBO\",\"text/plain\":[\"1\"]},\"execution_count\":7,\"metadata\":{\"b\":2},"
                        + "\"output_type\":\"execute_result\"},"
                        + "{\"data\":{\"image/svg+xml\":\"<svg/>\"},\"metadata\":{},\"output_type\":\"display_data\"},"
                        + "{\"ename\":\"E\",\"evalue\":\"\",\"output_type\":\"error\",\"traceback\":[]},"
                        + "{\"name\":\"stderr\",\"output_type\":\"stream\",\"text\":\"oh\"},"
                        + "{\"name\":\"stdout\",\"output_type\":\"stream\",\"text\":\"ah\"}]}");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"cells\": []} | `nbformat` is missing in the notebook.",
                "{\"nbformat\": 4.5, \"cells\": []} | `nbformat` must be a whole number, and is something else.",
                "{\"nbformat\": 2} | The notebook is of format 2; those of format 3 and 4 can be read.",
                "{\"nbformat\": 3, \"worksheets\": 1} | A notebook was expected, and this is JSON of another kind: it has neither `cells` nor `worksheets`.",
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [1]} | Each of the `cells` must be an object, and is something else.",
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [{}]} | `cell_type` is missing in cell 1.",
                "{\"nbformat\": 4, \"nbformat_minor\": 5, \"cells\": [{\"cell_type\": \"raw\"}]} | `source` of cell 1 must be a text or a list of texts, and is something else.",
                "{\"nbformat\": 4, \"nbformat\": 4} | `nbformat` stands in the notebook twice, so that one of the two would be lost.",
                "{\"nbformat\": 4 | The notebook breaks off in line 1: it was not saved, or not sent, as a whole."
            })
    void whatIsNoNotebookIsRefused(String content, String sentence) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(sentence);
    }
}
