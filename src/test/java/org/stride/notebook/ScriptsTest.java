package org.stride.notebook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts in whatever encoding. */
class ScriptsTest {
    private static String read(byte[] content) throws UnreadableFileException {
        SourceFile file = SourceFiles.read("a.py", content);
        assertThat(file.kind()).isEqualTo(SourceFile.Kind.SCRIPT);
        assertThat(file.cells()).hasSize(1);
        assertThat(file.cells().getFirst().number()).isZero();
        return file.cells().getFirst().source();
    }

    @Test
    void aScriptIsOneCellWithNumberZero() throws UnreadableFileException {
        assertThat(SourceFiles.read("a.py", "# In[3]:\nx = 1\n# %%\ny = 2\n".getBytes(UTF_8)))
                .isEqualTo(new SourceFile(
                        SourceFile.Kind.SCRIPT, List.of(new CodeCell(0, "# In[3]:\nx = 1\n# %%\ny = 2\n"))));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsHeardAndLeftOut(String charset) throws UnreadableFileException {
        assertThat(read("\uFEFFgröße = '€'".getBytes(Charset.forName(charset)))).isEqualTo("größe = '€'");
    }

    @Test
    void halfACharacterInUtf16IsReplaced() throws UnreadableFileException {
        assertThat(read(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, 'a', (byte) 0xDC, 0, 0, 'b'}))
                .isEqualTo("a\uFFFDb");
        assertThat(read("\uFEFFab".getBytes(UTF_16BE))).isEqualTo("ab");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "latin-1, ISO-8859-1",
        "iso-8859-15, ISO-8859-15",
        "cp1252, windows-1252",
        "windows-1251, windows-1251",
        "koi8-r, KOI8-R",
        "utf-8, UTF-8",
        "utf8, UTF-8",
        "UTF_8, UTF-8",
        "gbk, GBK",
        "shift_jis, Shift_JIS",
        "mac-roman, x-MacRoman"
    })
    void theEncodingThatAScriptNamesIsTaken(String name, String charset) throws UnreadableFileException {
        Charset encoding = Charset.forName(charset);
        for (String first :
                List.of("# -*- coding: %s -*-", "#!/usr/bin/python\n# vim: set fileencoding=%s :", "\n#coding:%s")) {
            String letters = encoding.newEncoder().canEncode('ß')
                    ? "ß"
                    : encoding.newEncoder().canEncode('ж') ? "ж" : "漢";
            String script = first.formatted(name) + "\nx = '" + letters + "'\n";

            assertThat(read(script.getBytes(encoding))).isEqualTo(script);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "# coding: no-such-encoding\n# größe",
                "# coding: utf-16\n# größe",
                "# coding: -._-\n# größe",
                "x = 1  # coding: latin-1\n# größe",
                "\n\n# coding: latin-1\n# größe",
                "x = 1\n# coding: latin-1\n# größe",
                "# coding: ascii\n# größe"
            })
    void anEncodingThatCannotBeMeantIsPassedOver(String script) throws UnreadableFileException {
        assertThat(read(script.getBytes(UTF_8))).isEqualTo(script);
    }

    @Test
    void whatIsNoUtf8IsReadAsWindowsDoes() throws UnreadableFileException {
        assertThat(read("# größe – 5 €".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("# größe – 5 €");
        // A byte that Windows does not use
        assertThat(read("# gr\u00f6\u0081".getBytes(ISO_8859_1))).isEqualTo("# gr\u00f6\u0081");
    }

    @Test
    void allLineEndsBecomeLineFeedsAndFormFeedsStay() throws UnreadableFileException {
        assertThat(read("a\r\nb\rc\nd\r\r\n\fe\u2028f".getBytes(UTF_8))).isEqualTo("a\nb\nc\nd\n\n\fe\u2028f");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a.py", "a.ipynb", "a.json"})
    void pythonUnderTheNameOfANotebookIsAScript(String name) throws UnreadableFileException {
        assertThat(SourceFiles.read(name, "# mine\nimport numpy as np\n".getBytes(UTF_8))
                        .kind())
                .isEqualTo(SourceFile.Kind.SCRIPT);
    }

    @Test
    void aScriptThatBeginsWithADictionaryIsAScript() throws UnreadableFileException {
        assertThat(read("{'a': 1}\nx = 2\n".getBytes(UTF_8))).startsWith("{'a'");
        assertThat(read("{\"a\": 1}\n".getBytes(UTF_8))).startsWith("{");
    }

    @Test
    void utf16WithoutAMarkIsRefused() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> read("x = 1".getBytes(UTF_16LE))))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("this is no text");
    }
}
