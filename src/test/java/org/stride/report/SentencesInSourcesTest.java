package org.stride.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read on a page stands in the files of texts, where it can be translated, and nowhere in the code. */
class SentencesInSourcesTest {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)(?<![:\"'])//.*$", Pattern.DOTALL);

    /** A message for whoever develops or runs Stride. */
    private static final Pattern FOR_DEVELOPERS =
            Pattern.compile("(?s)(?:Exception|Error|LOG\\.\\w+|console\\.\\w+|super)\\((?:[^;]*?)\\);");

    /** CodeMirror asks for its words by their English. */
    private static final Pattern PHRASE = Pattern.compile("entry\\(\"[^\"]*\", \"editor\\.");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"|'((?:[^'\\\\\n]|\\\\.)*)'");

    /** What others say, and we recognize. */
    private static final Set<String> OF_OTHERS = Set.of("Conversion of an array with ndim > 0 to a scalar");

    /** Two words with a space between them, the first of them with a capital or the last with a full stop. */
    private static final Pattern SENTENCE =
            Pattern.compile("^[A-Z][a-z’]+ [a-z’]{2,}(?: .*)?$|^[A-Za-z’ ,]+ [a-z]+[.?!]$");

    /** What stands between tags in a template. */
    private static final Pattern IN_TEMPLATE =
            Pattern.compile("<[a-z][^<>]*>\\s*([A-Z][a-z]+(?: [a-z]+)*[.?!]?)\\s*</[a-z]");

    private static List<Path> sources(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("generated"))
                    .filter(file -> !file.toString().contains(".test."))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sentences(Path file) {
        try {
            return sentences(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sentences(String source) {
        String code = COMMENT.matcher(source).replaceAll("");
        code = FOR_DEVELOPERS.matcher(code).replaceAll("");
        code = PHRASE.matcher(code).replaceAll("");
        String text = code;
        Stream<String> literals = LITERAL.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1) == null ? match.group(2) : match.group(1))
                .filter(literal -> !OF_OTHERS.contains(literal))
                .filter(literal -> SENTENCE.matcher(literal).matches());
        Stream<String> between = IN_TEMPLATE.matcher(text).results().map((MatchResult match) -> match.group(1));
        return Stream.concat(literals, between).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ui", "report", "autograder"})
    void noSentenceStandsInJava(String part) {
        assertThat(sources("src/main/java/org/stride/" + part, ".java"))
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(sentences(file)).as("%s", file).isEmpty());
    }

    @Test
    void noSentenceStandsInTypeScript() {
        assertThat(sources("frontend", ".ts"))
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(sentences(file)).as("%s", file).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add(new Span(\"Try again\"));",
                "label = 'Copy the code';",
                "say(\"not saved yet.\");",
                "html`<button>Close</button>`",
            })
    void aSentenceWouldBeFound(String code) {
        assertThat(sentences(code)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getTranslation(\"history.link\")",
                "addClassNames(\"stride-badge\", \"stride-card wide\");",
                "throw new IllegalStateException(\"No page is open\");",
                "// Says \"Try again\" later",
            })
    void whatIsNoSentenceIsNot(String code) {
        assertThat(sentences(code)).isEmpty();
    }
}
