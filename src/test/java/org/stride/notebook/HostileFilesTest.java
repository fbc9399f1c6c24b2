package org.stride.notebook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no notebook and no script, or is meant to do harm: each gets its sentence, and nothing else happens. */
class HostileFilesTest {
    private static final String EXPECTED = "A notebook or a Python script was expected, and this is ";

    static Stream<Arguments> otherFiles() {
        return Stream.of(
                arguments("nothing", "", "The file is empty. A notebook or a Python script was expected."),
                arguments("blanks", " \r\n\t\n", "The file is empty. A notebook or a Python script was expected."),
                arguments(
                        "a mark alone",
                        "\u00ef\u00bb\u00bf",
                        "The file is empty. A notebook or a Python script was expected."),
                arguments(
                        "zip",
                        "PK\u0003\u0004\u0014\u0000submission.ipynb",
                        EXPECTED + "a ZIP archive; send the notebook that is in it."),
                arguments(
                        "docx",
                        "PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml",
                        EXPECTED + "a document of an office program."),
                arguments(
                        "odt",
                        "PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text",
                        EXPECTED + "a document of an office program."),
                arguments("doc", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1", EXPECTED + "a document of an office program."),
                arguments(
                        "rtf", "{\\rtf1\\ansi def f(x): return x}", EXPECTED + "a document of a word processor (RTF)."),
                arguments("png", "\u0089PNG\r\n\u001a\n\u0000", EXPECTED + "a PNG image."),
                arguments("jpeg", "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF", EXPECTED + "a JPEG image."),
                arguments("gif", "GIF89a", EXPECTED + "a GIF image."),
                arguments("pdf", "%PDF-1.7\n%\u00e2\u00e3", EXPECTED + "a PDF document."),
                arguments("gzip", "\u001f\u008b\b", EXPECTED + "a compressed file (gzip)."),
                arguments("7z", "7z\u00bc\u00af'\u001c", EXPECTED + "an archive (7z)."),
                arguments(
                        "nulls",
                        "def f():\n    return '\u0000'",
                        EXPECTED + "no text: it holds bytes that no text has."),
                arguments("controls", "a\u0001b\u0002c\u0003", EXPECTED + "no text: it holds bytes that no text has."),
                arguments(
                        "login",
                        "\n<!DOCTYPE html>\n<html><form>Sign in</form>",
                        EXPECTED + "a web page, perhaps one that asks to sign in. Download the file itself."),
                arguments(
                        "login with a mark",
                        "\u00ef\u00bb\u00bf<HTML>",
                        EXPECTED + "a web page, perhaps one that asks to sign in. Download the file itself."),
                arguments("xml", "<?xml version=\"1.0\"?><a/>", EXPECTED + "a file in XML."),
                arguments(
                        "conflict",
                        "<<<<<<< HEAD\n{}",
                        "The file holds the marks of a merge conflict, such as `<<<<<<<`. Resolve the conflict, save the file, and send it again."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherFiles")
    void otherFilesAreNamed(String name, String latin1, String sentence) {
        for (String file : new String[] {"a.ipynb", "a.py", "a"}) {
            assertThatThrownBy(() -> SourceFiles.read(file, latin1.getBytes(ISO_8859_1)))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessage(sentence);
        }
    }

    static Stream<Arguments> brokenNotebooks() {
        String whole = SourceFilesTest.notebook("\"a\"");
        return Stream.of(
                arguments(
                        "broken off",
                        "{\"cells\": [\n{\"cell_type\": \"code\",\n",
                        "The notebook breaks off in line 3: it was not saved, or not sent, as a whole."),
                arguments(
                        "broken off in a text",
                        "{\"cells\": [{\"source\": \"x = ",
                        "The notebook breaks off in line 1: it was not saved, or not sent, as a whole."),
                arguments(
                        "no JSON",
                        "{\"cells\": [\n  oops]}",
                        "A notebook is written in JSON, and line 2 of this one is not. Open it in Jupyter, save it, and send it again."),
                arguments(
                        "a comma too many",
                        "{\"cells\": [],}",
                        "A notebook is written in JSON, and line 1 of this one is not. Open it in Jupyter, save it, and send it again."),
                arguments(
                        "raw line end",
                        "{\"cells\": [{\"source\": \"a\nb\"}]}",
                        "A notebook is written in JSON, and line 1 of this one is not. Open it in Jupyter, save it, and send it again."),
                arguments(
                        "conflict",
                        "{\n<<<<<<< HEAD\n \"cells\": [],\n=======\n \"cells\": [1],\n>>>>>>> other\n}",
                        "The file holds the marks of a merge conflict, such as `<<<<<<<`. Resolve the conflict, save the file, and send it again."),
                arguments(
                        "more behind it",
                        whole + "\n\n{}",
                        "After the end of the notebook, in line 3, comes something else."),
                arguments(
                        "junk behind it",
                        whole + "\nyours truly",
                        "After the end of the notebook, in line 2, comes something else."),
                arguments(
                        "cells twice",
                        "{\"cells\": [], \"cells\": []}",
                        "`cells` stands in the notebook twice, so that one of the two would be lost."),
                arguments(
                        "source twice",
                        "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"a\", \"source\": \"b\"}]}",
                        "`source` stands in cell 1 twice, so that one of the two would be lost."),
                arguments(
                        "type twice",
                        "{\"cells\": [{\"cell_type\": \"code\", \"cell_type\": \"raw\"}]}",
                        "`cell_type` stands in cell 1 twice, so that one of the two would be lost."),
                arguments(
                        "cells of a wrong type",
                        "{\"cells\": {\"a\": 1}}",
                        "`cells` must be a list, and is an object."),
                arguments("cells null", "{\"cells\": null}", "`cells` must be a list, and is `null`."),
                arguments(
                        "worksheets of a wrong type",
                        "{\"worksheets\": true}",
                        "`worksheets` must be a list, and is a truth value."),
                arguments(
                        "a worksheet of a wrong type",
                        "{\"worksheets\": [[]]}",
                        "Each of the `worksheets` must be an object, and is a list."),
                arguments(
                        "a cell of a wrong type",
                        "{\"cells\": [{\"cell_type\": \"raw\"}, 7]}",
                        "Cell 2 must be an object, and is a number."),
                arguments(
                        "cell_type of a wrong type",
                        "{\"cells\": [{\"cell_type\": 1.5}]}",
                        "`cell_type` of cell 1 must be a text, and is a number."),
                arguments("no cell_type", "{\"cells\": [{\"source\": \"a\"}]}", "`cell_type` is missing in cell 1."),
                arguments(
                        "source of a wrong type",
                        "{\"cells\": [{\"cell_type\": \"code\", \"source\": 5}]}",
                        "`source` of cell 1 must be a text or a list of texts, and is a number."),
                arguments(
                        "a line of a wrong type",
                        "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\"a\", [\"b\"]]}]}",
                        "Each line in `source` of cell 1 must be a text, and is a list."),
                arguments(
                        "format of a wrong type",
                        "{\"nbformat\": \"4\", \"cells\": []}",
                        "`nbformat` must be a number, and is a text."),
                arguments(
                        "metadata of a wrong type",
                        "{\"metadata\": [], \"cells\": []}",
                        "`metadata` of the notebook must be an object, and is a list."),
                arguments(
                        "a later format",
                        "{\"cells\": [], \"nbformat\": 5}",
                        "The notebook is of format 5; those of format 3 and 4 can be read."),
                arguments(
                        "an endless format",
                        "{\"cells\": [], \"nbformat\": 4" + "0".repeat(60) + "}",
                        "The notebook is of format 400000000000…; those of format 3 and 4 can be read."),
                arguments(
                        "R",
                        "{\"cells\": [], \"metadata\": {\"language_info\": {\"name\": \"R\"}}}",
                        "The notebook is written in R; Python was expected."),
                arguments(
                        "C++",
                        "{\"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"C++17\"}}}",
                        "The notebook is written in C++17; Python was expected."),
                arguments(
                        "a language that is none",
                        "{\"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"<script>\\u0007\\n"
                                + "x".repeat(99) + "\"}}}",
                        "The notebook is written in scriptxxxxxxxxxxxxxxxxxxxxxxxx; Python was expected."),
                arguments(
                        "a language without letters",
                        "{\"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"<>\"}}}",
                        "The notebook is written in another language; Python was expected."),
                arguments(
                        "a cell in another language",
                        "{\"worksheets\": [{\"cells\": [{\"cell_type\": \"code\", \"language\": \"haskell\", \"input\": \"a\"}]}]}",
                        "The notebook is written in haskell; Python was expected."),
                arguments(
                        "deep outputs",
                        "{\"cells\": [{\"outputs\": " + "[".repeat(100_000),
                        "The notebook is nested more than 500 deep, and no deeper is read."),
                arguments(
                        "deep metadata",
                        "{\"metadata\": {\"a\": " + "{\"a\": ".repeat(100_000) + ", \"cells\": 1",
                        "The notebook is nested more than 500 deep, and no deeper is read."),
                arguments(
                        "an endless name",
                        "{\"cells\": [], \"" + "a".repeat(100_000) + "\": 1}",
                        "The notebook holds a name or a number that is longer than any notebook needs."),
                arguments(
                        "an endless number",
                        "{\"cells\": [], \"nbformat\": " + "4".repeat(100_000) + "}",
                        "The notebook holds a name or a number that is longer than any notebook needs."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenNotebooks")
    void brokenNotebooksAreToldWhatIsWrong(String name, String content, String sentence) {
        for (String file : new String[] {"a.ipynb", "a.py"}) {
            assertThatThrownBy(() -> SourceFilesTest.read(file, content))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessage(sentence);
        }
    }

    static Stream<Arguments> noNotebooks() {
        return Stream.of(
                arguments(
                        "other JSON",
                        "{\"name\": \"a\", \"version\": 1}",
                        "A notebook was expected, and this is JSON of another kind: it has neither `cells` nor `worksheets`."),
                arguments(
                        "a list", "[1, 2]", "A notebook was expected, which is an object in JSON, and this is a list."),
                arguments(
                        "words",
                        "My answer is 42.",
                        "A notebook was expected, and this is some other text: neither JSON nor Python functions."),
                arguments(
                        "half a brace",
                        "{",
                        "The notebook breaks off in line 1: it was not saved, or not sent, as a whole."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noNotebooks")
    void whatIsNamedANotebookMustBeOne(String name, String content, String sentence) throws UnreadableFileException {
        assertThatThrownBy(() -> SourceFilesTest.read("a.ipynb", content))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(sentence);
        assertThat(SourceFilesTest.read("a.py", content).kind()).isEqualTo(SourceFile.Kind.SCRIPT);
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aNotebookWithAnyByteChangedIsReadOrRefused(int seed) {
        Random random = new Random(seed);
        byte[] bytes = NotebookWriter.write(Courses.COURSE.empty());
        for (int change = 0; change <= seed % 5; change++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }

        Throwable thrown = catchThrowable(() -> SourceFiles.read("a.ipynb", bytes));

        assertThat(thrown == null || thrown instanceof UnreadableFileException)
                .as("%s", thrown)
                .isTrue();
    }
}
