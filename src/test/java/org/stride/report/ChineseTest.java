package org.stride.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All that Stride says it says in Chinese too, and nothing of it is left in English. */
class ChineseTest {
    private static final Path FOLDER = Path.of("src/main/resources/vaadin-i18n");
    private static final Pattern LINE = Pattern.compile("([^\\s=#]+)\\s*=\\s*(.*)");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern CHOICE = Pattern.compile("\\{(\\d+),choice,");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** What is written alike in both: names, and patterns of nothing but places and marks. */
    private static final Set<String> ALIKE = Set.of(
            "app.name",
            "case.trait.size",
            "case.trait.window",
            "exercise.page_title",
            "file_report.in_check",
            "file_report.in_check.traits",
            "history.back",
            "history.entry",
            "home.page_title",
            "join.labelled",
            "join.list",
            "join.long_list",
            "join.sentences",
            "lesson.page_title",
            "player.mode",
            "player.times",
            "sandbox.numpy",
            "sandbox.python",
            "steps.next",
            "steps.previous",
            "time.date_at",
            "warning.other");

    /** Names of programs, formats, keys, licences and of what code has, which are not translated. */
    private static final Set<String> NAMES = Set.of(
            "Apache",
            "Cmd",
            "Cookie",
            "Ctrl",
            "End",
            "Enter",
            "Esc",
            "False",
            "Gradescope",
            "Home",
            "ipynb",
            "localhost",
            "IPython",
            "JSON",
            "Java",
            "Jupyter",
            "Landlock",
            "Language",
            "Linux",
            "Markdown",
            "NaN",
            "NumPy",
            "Python",
            "Retry",
            "Shift",
            "Stride",
            "Tab",
            "True",
            "UTF",
            "XML",
            "floor",
            "mode",
            "nan");

    private final Map<String, String> english = texts("translations.properties");
    private final Map<String, String> chinese = texts("translations_zh.properties");

    private static Map<String, String> texts(String file) {
        Map<String, String> texts = new TreeMap<>();
        lines(file).forEach(line -> {
            Matcher entry = LINE.matcher(line);
            if (entry.matches()) {
                assertThat(texts.put(entry.group(1), entry.group(2)))
                        .as("%s twice", entry.group(1))
                        .isNull();
            }
        });
        return texts;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.groupCount() > 0 ? match.group(1) : match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A text without what is code and without what is filled in. */
    private static String words(String text) {
        return CODE.matcher(text)
                .replaceAll("")
                .replace("\\n", "")
                .replaceAll("(?<!\\w)/[a-z0-9/]+", "")
                .replaceAll("\\{\\w+(,choice,)?", "");
    }

    /** Those keys whose Chinese is not what it should be, with what is wrong. */
    private Map<String, Object> wrong(Function<String, Object> fault) {
        Map<String, Object> wrong = new TreeMap<>();
        chinese.keySet().forEach(key -> {
            Object found = fault.apply(key);
            if (!(found instanceof Set<?> set && set.isEmpty()) && !found.equals(false)) {
                wrong.put(key, found);
            }
        });
        return wrong;
    }

    private String englishOf(String key) {
        return english.getOrDefault(key, "");
    }

    private String chineseOf(String key) {
        return chinese.getOrDefault(key, "");
    }

    @Test
    void bothFilesHaveTheSameKeysInTheSameOrderUnderTheSameComments() {
        Function<String, List<String>> outline = file -> lines(file).stream()
                .map(line -> line.replaceAll("^([^\\s=#]+)\\s*=.*", "$1"))
                .toList();

        assertThat(outline.apply("translations_zh.properties")).isEqualTo(outline.apply("translations.properties"));
    }

    @Test
    void theSamePlacesAreFilledIn() {
        assertThat(wrong(key -> !found(PLACE, chineseOf(key)).equals(found(PLACE, englishOf(key)))))
                .isEmpty();
    }

    @Test
    void theSameCodeIsQuoted() {
        assertThat(wrong(key -> !found(CODE, chineseOf(key)).equals(found(CODE, englishOf(key)))))
                .isEmpty();
    }

    @Test
    void everyTextIsChinese() {
        assertThat(wrong(key -> !CHINESE.matcher(chineseOf(key)).find())).containsOnlyKeys(ALIKE);
    }

    @Test
    void noEnglishWordIsLeft() {
        assertThat(wrong(key -> {
                    Set<String> left = found(WORD, words(chineseOf(key)));
                    left.removeAll(NAMES);
                    // A pattern of dates has letters of its own
                    left.removeIf(word -> key.startsWith("time.pattern."));
                    return left;
                }))
                .isEmpty();
    }

    @Test
    void marksBetweenChineseWordsAreChinese() {
        Pattern halfWidth = Pattern.compile("\\p{IsHan}[,;:!?()]|[,;!?]\\p{IsHan}");

        assertThat(wrong(key -> found(halfWidth, words(chineseOf(key))))).isEmpty();
    }

    @Test
    void nobodyIsShoutedAt() {
        assertThat(wrong(key -> words(chineseOf(key)).matches(".*[!！您].*"))).isEmpty();
    }

    @Test
    void everyPatternCanBeFilledIn() {
        Translations texts = new Translations(Locale.forLanguageTag("zh-Hans"));
        assertThat(chinese.keySet().stream()
                        .filter(key -> Pattern.compile("\\{\\d")
                                .matcher(chineseOf(key))
                                .find()))
                .hasSizeGreaterThan(100)
                .allSatisfy(key -> IntStream.of(0, 1, 2, 7).forEach(number -> {
                    Set<String> chosen = found(CHOICE, chineseOf(key));
                    chosen.addAll(found(CHOICE, englishOf(key)));
                    Object[] parameters = IntStream.range(0, 8)
                            .mapToObj(place -> chosen.contains("" + place) ? (Object) number : "<" + place + ">")
                            .toArray();

                    String filled = texts.text(key, parameters);

                    assertThat(new MessageFormat(chineseOf(key), Locale.CHINESE).getFormats())
                            .as(key)
                            .isNotEmpty();
                    assertThat(filled).as(key).doesNotContain("{");
                    assertThat(Arrays.stream(parameters).filter(String.class::isInstance))
                            .filteredOn(parameter ->
                                    chineseOf(key).matches("[^|]*\\{" + ((String) parameter).charAt(1) + "}[^|]*"))
                            .as(key)
                            .allSatisfy(parameter -> assertThat(filled).contains((String) parameter));
                }));
    }

    @Test
    void textsAreJoinedAsEachLanguageDoesIt() {
        List<String> two = List.of("a", "b");
        Translations inChinese = new Translations(Locale.CHINESE);

        assertThat(Joining.list(new Translations(), two)).isEqualTo("a, b");
        assertThat(Joining.list(inChinese, two)).isEqualTo("a、b");
        assertThat(Joining.sentences(new Translations(), "A.", "", "B.")).isEqualTo("A. B.");
        assertThat(Joining.sentences(inChinese, "甲。", "", "乙。")).isEqualTo("甲。乙。");
        assertThat(Joining.labelled(inChinese, "甲", "乙")).isEqualTo("甲：乙");
    }
}
