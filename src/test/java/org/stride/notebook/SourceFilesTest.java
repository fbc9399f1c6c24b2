package org.stride.notebook;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notebooks of all formats, down to their code. */
class SourceFilesTest {
    private static final String FOUR = """
            {"cells": [
              {"cell_type": "markdown", "metadata": {}, "source": "# Words"},
              {"cell_type": "code", "execution_count": 3, "metadata": {"tags": ["a"]}, "outputs": [], "source": ["a = 1\\n", "b = 2"]},
              {"cell_type": "raw", "metadata": {}, "source": []},
              {"source": "c = 3", "outputs": [{"data": {"text/plain": ["7"]}}], "metadata": {}, "cell_type": "code"}
             ],
             "metadata": {"kernelspec": {"language": "python", "name": "python3"}, "language_info": {"name": "python"}},
             "nbformat": 4, "nbformat_minor": %s}
            """;

    static SourceFile read(String name, String content) throws UnreadableFileException {
        return SourceFiles.read(name, content.getBytes(UTF_8));
    }

    /** A notebook with one cell of code, whose source is given as JSON. */
    static String notebook(String source) {
        return "{\"cells\": [{\"cell_type\": \"code\", \"metadata\": {}, \"outputs\": [], \"source\": " + source
                + "}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";
    }

    @ParameterizedTest(name = "4.{0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 17})
    void codeCellsOfFormat4AreReadWhateverTheMinorVersion(int minor) throws UnreadableFileException {
        assertThat(read("a.ipynb", FOUR.formatted(minor)))
                .isEqualTo(new SourceFile(
                        SourceFile.Kind.NOTEBOOK, List.of(new CodeCell(2, "a = 1\nb = 2"), new CodeCell(4, "c = 3"))));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a.ipynb", "a.py", "a.txt", "a", "a.IPYNB", "a.ipynb.json", "a.docx"})
    void theContentDecidesNotTheName(String name) throws UnreadableFileException {
        assertThat(read(name, FOUR.formatted(5)).kind()).isEqualTo(SourceFile.Kind.NOTEBOOK);
        assertThat(read(name, "def f():\n    return 1\n").kind()).isEqualTo(SourceFile.Kind.SCRIPT);
    }

    @Test
    void format3HasWorksheetsAndCallsItsCodeInput() throws UnreadableFileException {
        SourceFile file = read("old.ipynb", """
                {"metadata": {"name": "old"}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [
                  {"cells": [
                    {"cell_type": "heading", "level": 2, "metadata": {}, "source": "Title"},
                    {"cell_type": "code", "collapsed": false, "input": ["import numpy as np\\n", "x = 1"],
                     "language": "python", "outputs": [{"output_type": "pyout", "text": ["1"]}], "prompt_number": 1}]},
                  {"metadata": {}, "cells": [{"input": "y = 2", "cell_type": "code", "language": "python"}]}]}
                """);

        assertThat(file.cells())
                .containsExactly(new CodeCell(2, "import numpy as np\nx = 1"), new CodeCell(3, "y = 2"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"a\\n\", \"b\"' | 'a\nb'",
                "'\"a\", \"b\"' | 'a\nb'",
                "'\"a\", \"\", \"b\"' | 'a\n\nb'",
                "'\"\", \"a\"' | '\na'"
            })
    void linesOfFormat3MayLackTheirEnds(String lines, String expected) throws UnreadableFileException {
        String content = "{\"nbformat\": 3, \"worksheets\": [{\"cells\": [{\"cell_type\": \"code\", \"input\": ["
                + lines + "]}]}]}";

        assertThat(read("a.ipynb", content).cells().getFirst().source()).isEqualTo(expected);
        assertThat(NotebookReader.read(content.getBytes(UTF_8))
                        .cells()
                        .getFirst()
                        .source())
                .isEqualTo(expected);
    }

    @Test
    void aNotebookThatDoesNotSayItsFormatIsReadByWhatItHolds() throws UnreadableFileException {
        assertThat(read("a.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"a\"}]}")
                        .cells())
                .containsExactly(new CodeCell(1, "a"));
        assertThat(read("a.ipynb", "{\"worksheets\": [{\"cells\": [{\"cell_type\": \"code\", \"input\": \"a\"}]}]}")
                        .cells())
                .containsExactly(new CodeCell(1, "a"));
    }

    @Test
    void aNotebookWithoutCodeHasNoCells() throws UnreadableFileException {
        assertThat(read("a.ipynb", "{\"cells\": []}").cells()).isEmpty();
        assertThat(read("a.ipynb", "{\"cells\": [{\"cell_type\": \"markdown\", \"source\": 5}]}")
                        .cells())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "python, name",
        "Python, name",
        "python3, name",
        "ipython, name",
        "python2.7, name",
        "python, language",
        "pypy3, language"
    })
    void pythonByWhateverNameIsRead(String language, String key) throws UnreadableFileException {
        String place = key.equals("name") ? "language_info" : "kernelspec";

        assertThat(read(
                                "a.ipynb",
                                "{\"cells\": [], \"metadata\": {\"" + place + "\": {\"" + key + "\": \"" + language
                                        + "\"}}}")
                        .cells())
                .isEmpty();
    }

    @Test
    void whatTheKernelWroteCountsMoreThanWhichWasAskedFor() throws UnreadableFileException {
        assertThat(read(
                                "a.ipynb",
                                "{\"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"sage\"},"
                                        + " \"language_info\": {\"version\": 3, \"name\": \"python\"}}}")
                        .cells())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a\\r\\nb, 'a|b'", "a\\rb, 'a|b'", "a\\n\\r\\nb, 'a||b'", "a\\fb, 'a\fb'", "'\\uFEFFa', '\uFEFFa'"})
    void linesEndInALineFeedAndFormFeedsStay(String source, String expected) throws UnreadableFileException {
        assertThat(read("a.ipynb", notebook("\"" + source + "\"")).cells())
                .containsExactly(new CodeCell(1, expected.replace('|', '\n')));
    }

    @Test
    void whatNoEncodingCanWriteIsReplaced() throws UnreadableFileException {
        assertThat(read("a.ipynb", notebook("\"a\\ud800b\\udc00c\\ud83d\\ude00\\u0000\""))
                        .cells())
                .containsExactly(new CodeCell(1, "a\uFFFDb\uFFFDc\uD83D\uDE00\uFFFD"));
    }

    @Test
    void outputsMayHoldWhatPythonWritesAndJsonDoesNotHave() throws UnreadableFileException {
        String output = "[{\"data\": {\"a\": [NaN, Infinity, -Infinity, 1e999]}}]";

        assertThat(read("a.ipynb", notebook("\"a\"").replace("\"outputs\": []", "\"outputs\": " + output))
                        .cells())
                .containsExactly(new CodeCell(1, "a"));
    }

    @Test
    void aNotebookInUtf16OrWithAByteOrderMarkIsRead() throws UnreadableFileException {
        String notebook = "\uFEFF" + notebook("\"größe = 1\"");

        for (byte[] bytes : List.of(notebook.getBytes(UTF_8), notebook.getBytes(UTF_16LE))) {
            assertThat(SourceFiles.read("a.ipynb", bytes).cells()).containsExactly(new CodeCell(1, "größe = 1"));
        }
    }

    @Test
    void bytesThatAreNoUtf8SpoilOnlyTheirOwnCharacter() throws UnreadableFileException {
        assertThat(SourceFiles.read(
                                "a.ipynb",
                                notebook("\"# gr\u00f6\"").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1))
                        .cells())
                .containsExactly(new CodeCell(1, "# gr\uFFFD"));
    }

    @Test
    void aFileIsReadFromDiskAndAPipeIsNot(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.ipynb"), FOUR.formatted(5));

        assertThat(SourceFiles.read(file).cells()).hasSize(2);
        assertThatThrownBy(() -> SourceFiles.read(folder))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("A notebook or a Python script was expected, and this is a folder.");
        assertThatThrownBy(() -> SourceFiles.read(folder.resolve("b.py")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("There is no such file.");
        assertThatThrownBy(() -> SourceFiles.read(Path.of("/dev/zero")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("A notebook or a Python script was expected, and this is neither a file nor a folder.");
    }

    @Test
    void aStreamThatBreaksIsNotTakenForTheEnd() {
        InputStream broken = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
        InputStream breaking = new SequenceInputStream(new ByteArrayInputStream(FOUR.getBytes(UTF_8), 0, 300), broken);

        assertThatThrownBy(() -> SourceFiles.read("a.ipynb", breaking, new ReadingLimits(10_000, 50, 10, 10)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }
}
