package org.stride.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.Element;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.stride.exercise.Choice;
import org.stride.exercise.Exercise;
import org.stride.exercise.Flaw;
import org.stride.grading.CheckListener;
import org.stride.grading.Grader;
import org.stride.grading.Verdict;
import org.stride.learner.Attempt;
import org.stride.learner.store.History;
import org.stride.report.Translations;
import org.stride.ui.language.Language;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.learner.Retelling;

/** Every page as somebody sees it who has chosen Chinese. */
class ChineseViewsTest extends ViewTest {
    private static final Pattern WORDS = Pattern.compile("(?<![\\w.])[A-Za-z][A-Za-z’]{2,}(?![\\w\\[])");

    /** Names, keys, and what a page says of the other language. */
    private static final Set<String> NAMES = Set.of(
            "Stride",
            "Python",
            "NumPy",
            "Apache",
            "English",
            "Ctrl",
            "Cmd",
            "Shift",
            "Enter",
            "Language",
            "Jupyter",
            "Landlock",
            "Linux",
            "Java",
            "JSON",
            "MiB",
            "KiB",
            "NaN",
            "ipynb");

    /** Whose words are code, numbers or data. */
    private static final Set<String> CODE = Set.of("code", "pre", "stride-listing", "script", "style");

    @Autowired
    private ObjectProvider<CurrentLearner> current;

    @Autowired
    private History history;

    @Autowired
    private Grader grader;

    @Autowired
    private Clock clock;

    @BeforeEach
    void chooseChinese() {
        speak("zh");
    }

    /** What a page says in English, of what is seen and of what is read aloud. */
    private static List<String> englishOnThePage() {
        List<String> said = new ArrayList<>();
        UI.getCurrent().getChildren().forEach(child -> collect(child.getElement(), said));
        assertThat(said).as("texts of the page").hasSizeGreaterThan(10);
        said.add(String.valueOf(UI.getCurrent().getInternals().getTitle()));
        return said.stream()
                .filter(text -> WORDS.matcher(text.replaceAll("`[^`]*`", ""))
                        .results()
                        .anyMatch(word -> !NAMES.contains(word.group())))
                .toList();
    }

    private static void collect(Element element, List<String> said) {
        if (element.isTextNode()) {
            said.add(element.getText());
            return;
        }
        if (CODE.contains(element.getTag())) {
            return;
        }
        Stream.of("aria-label", "title", "placeholder", "alt", "aria-description")
                .filter(element::hasAttribute)
                .forEach(name -> said.add(element.getAttribute(name)));
        Stream.of("label", "text", "ariaLabel", "helperText", "beforeLabel", "afterLabel")
                .filter(element::hasProperty)
                .forEach(name -> said.add(String.valueOf(element.getProperty(name))));
        element.getChildren().forEach(child -> collect(child, said));
    }

    private static void assertChinese(String sign) {
        assertThat(page()).contains(sign);
        assertThat(englishOnThePage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "exercise/zero_pad", "exercise/conv_backward?way=write", "exercise/zero_pad/history", "progress",
                "work", "admin/sandbox", "nowhere", "exercise/nothing", "exercise/zero_pad?strategy=ZZ"
            })
    void aPageSaysNothingInEnglish(String address) {
        open(address);

        assertChinese("自由软件");
    }

    @Test
    void aVerdictOnACardIsInChinese() {
        open("exercise/conv_forward");
        pick(wrong("conv_forward").letter());
        run(true);

        assertChinese("你预测会通过");
        assertThat(page()).contains("第一个未通过的检查项");
    }

    @Test
    void theHistoryTellsAnAttemptInTheWordsInWhichItWasTold() {
        Exercise exercise = catalogue.get("conv_forward");
        UUID id = UUID.randomUUID();
        Verdict verdict = grader.grade(exercise, wrong("conv_forward"), CheckListener.NONE);
        history.record(
                current.getObject().id(),
                new Attempt.OfCode(
                        id,
                        exercise.name(),
                        clock.instant(),
                        Duration.ofMillis(340),
                        new Retelling(new Translations(Language.CHINESE.locale())).of(verdict),
                        Attempt.Source.TYPED,
                        "code"));

        open("exercise/conv_forward/history?entry=" + id);

        assertChinese("判定用时");
        open("progress");
        assertChinese("你的进度");
    }

    @Test
    void theSwitchKnowsWhichLanguageThePageSpeaks() {
        open("progress");

        Element languages = UI.getCurrent()
                .getChildren()
                .flatMap(child -> find(child.getElement(), "stride-language").stream())
                .findFirst()
                .orElseThrow();
        assertThat(languages.getProperty("current")).isEqualTo("zh");
        assertThat(languages.getProperty("label")).contains("语言").contains("Language");
        assertThat(UI.getCurrent().getLocale()).isEqualTo(Locale.forLanguageTag("zh-Hans"));
    }

    @Test
    void moreCardsAreDealtInChinese() {
        open("exercise/zero_pad");
        _click(_get(Button.class, spec -> spec.withId("deck-more")));

        assertChinese("卡片");
    }

    @ParameterizedTest
    @CsvSource({"'', 文件是空的", "%PDF-1.7, 别的程序的文档", "<html>, 网页", "{\"cells\": 3}, 结构", "'{\"cells\": [', 中断"})
    void aFileThatCannotBeReadIsRefusedInChinese(String content, String sign) {
        open("work");

        Upload upload = _get(Upload.class, spec -> spec.withId("bring-upload"));
        UploadKt._upload(upload, "homework.ipynb", content.getBytes(StandardCharsets.UTF_8));
        MockVaadin.runUIQueue();

        assertChinese(sign);
    }

    private Choice wrong(String exercise) {
        List<Flaw> flaws = catalogue.get(exercise).flaws();
        return flaws.getFirst();
    }

    private static Optional<Element> find(Element element, String tag) {
        return element.isTextNode()
                ? Optional.empty()
                : element.getTag().equals(tag)
                        ? Optional.of(element)
                        : element.getChildren()
                                .flatMap(child -> find(child, tag).stream())
                                .findFirst();
    }
}
