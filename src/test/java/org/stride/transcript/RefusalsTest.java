package org.stride.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stride.notebook.ReadingLimits;
import org.stride.notebook.SourceFiles;
import org.stride.notebook.UnreadableFileException;
import org.stride.report.Translations;

/** What the page says of a file that holds no code, in each language. */
class RefusalsTest {
    private static final ReadingLimits SMALL = new ReadingLimits(2000, 30, 3, 6);

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyRefusalIsSaidAsItHasAlwaysBeen(String language) throws IOException {
        Translations texts = new Translations(Locale.of(language));
        Set<String> said = new TreeSet<>();
        StringBuilder transcript =
                new StringBuilder("# ").append(texts.text("work.bring.title")).append("\n");
        files().forEach((name, file) -> {
            transcript.append("\n## `").append(name).append("`\n\n");
            transcript.append(TypedCode.fenced("text", shown(file)));
            transcript.append("- ").append(refusal(file).said((key, parameters) -> {
                said.add(key);
                return texts.text("work.file.refused", file.get("name"), texts.text(key, parameters));
            }));
            transcript.append("\n");
        });
        TranscriptFiles.compare("refused_" + language + ".md", transcript.toString());

        assertThat(said)
                .isEqualTo(texts.all().stringPropertyNames().stream()
                        .filter(key -> key.startsWith("refusal."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Map<String, Map<String, Object>> files() {
        Map<String, Map<String, Object>> files =
                new LinkedHashMap<>(TypedCode.entries(TranscriptFiles.FOLDER.resolve("typed/refused.yaml")));
        files.put("nothing", Map.of("name", "nowhere.ipynb"));
        return files;
    }

    /** Its beginning, as a program would write it. */
    private static String shown(Map<String, Object> file) {
        String content = content(file);
        String beginning = content.substring(0, Math.min(content.length(), 60));
        StringBuilder shown = new StringBuilder();
        beginning
                .chars()
                .forEach(c -> shown.append(
                        c == '\n' || (c >= ' ' && c < 127) ? String.valueOf((char) c) : "\\x%02x".formatted(c)));
        return shown + (beginning.equals(content) ? "" : "…");
    }

    private static String content(Map<String, Object> file) {
        return file.getOrDefault("begin", "")
                + ((String) file.getOrDefault("content", "")).repeat((Integer) file.getOrDefault("times", 1));
    }

    private static UnreadableFileException refusal(Map<String, Object> file) {
        String name = (String) file.get("name");
        try {
            if (file.containsKey("content")) {
                byte[] bytes = content(file).getBytes(StandardCharsets.ISO_8859_1);
                SourceFiles.read(name, new ByteArrayInputStream(bytes), SMALL);
            } else {
                SourceFiles.read(Path.of(name));
            }
            throw new AssertionError(file + " was read");
        } catch (UnreadableFileException e) {
            return e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
