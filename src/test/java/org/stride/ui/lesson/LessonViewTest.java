package org.stride.ui.lesson;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.stride.lesson.Lesson;
import org.stride.lesson.Lessons;
import org.stride.lesson.Samples;
import org.stride.ui.ViewTest;
import org.stride.ui.part.Listing;
import org.stride.ui.part.TensorView;
import org.stride.ui.part.WindowPlayer;

@Import(SampleShelf.class)
class LessonViewTest extends ViewTest {
    private static LessonView shown(Lesson lesson) {
        LessonView view = new LessonView(lesson, "exercise/conv_forward", 3);
        UI.getCurrent().add(view);
        return view;
    }

    private static Stream<Element> elements(Element root, String tag) {
        return Stream.concat(
                Stream.of(root).filter(e -> !e.isTextNode() && e.getTag().equals(tag)),
                root.getChildren().flatMap(child -> elements(child, tag)));
    }

    /** The running text as a browser has it, and what stands between its stretches. */
    private static Document read(Component root) {
        StringBuilder html = new StringBuilder();
        elements(root.getElement(), "div")
                .map(stretch -> stretch.getProperty("innerHTML"))
                .filter(Objects::nonNull)
                .forEach(html::append);
        return Jsoup.parseBodyFragment(html.toString());
    }

    private static List<String> texts(Component root, String tag) {
        return read(root).select(tag).eachText();
    }

    private static LessonFold fold() {
        return _get(LessonFold.class);
    }

    @Test
    void everyKindOfBlockBecomesItsComponent() {
        LessonView view = shown(Samples.lesson());

        assertThat(texts(view, "h3"))
                .containsExactly("Why it exists", "The formula", "On real numbers", "The traps", "What to remember");
        assertThat(texts(view, "h4")).containsExactly("In short");
        assertThat(texts(view, "em")).containsExactly("emphasis", "one");
        assertThat(texts(view, "strong")).containsExactly("weight");
        assertThat(texts(view, "ul")).hasSize(1);
        assertThat(texts(view, "blockquote")).containsExactly("Quoted.");
        assertThat(texts(view, "td")).hasSize(2);
        assertThat(read(view).select("stride-formula").eachAttr("latex")).hasSize(3);
        assertThat(_get(view, Listing.class).getElement().getProperty("code")).isEqualTo("Z = 1\n");
        assertThat(read(view).select("a").eachAttr("href")).containsExactly("exercise/zero_pad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hans"})
    void noLineBeginsWithThePunctuationBehindAFormula(String language) {
        Lessons lessons = Lessons.load(catalogue, Locale.forLanguageTag(language));
        Lesson lesson = lessons.of(catalogue.get("conv_forward")).orElseThrow();

        Document read = read(shown(lesson));

        assertThat(read.select(".stride-together").eachText()).isNotEmpty().allMatch(text -> text.matches("\\p{P}+"));
        assertThat(read.select("stride-formula:not([block])"))
                .filteredOn(formula -> !formula.parent().hasClass("stride-together"))
                .extracting(formula -> formula.nextSibling() instanceof TextNode text ? text.text() : "")
                .noneMatch(text -> text.matches("(?s)[,.;:!?)，。；：！？、）].*"));
    }

    @Test
    void aClaimIsReadAsTheNumberThatItShows() {
        LessonView view = shown(Samples.lesson());

        assertThat(texts(view, "p")).anyMatch(text -> text.endsWith("and the number −5."));
        assertThat(read(view).html()).doesNotContain("edge.");
    }

    @Test
    void aFigureOfAnExerciseIsPlayedAndSaysWhatToLookFor() {
        LessonView view = shown(Samples.lesson());

        assertThat(_find(view, WindowPlayer.class)).hasSize(1);
        assertThat(read(view).text()).contains("A 3×3 window gives −5, one number.");
    }

    @Test
    void aFigureOfNoExerciseShowsItsArrays() {
        Lesson lesson = Lesson.parse("s.md", """
                # S

                ## T

                ```figure
                name: seen
                operation: touches
                arguments: {X: [[1,2,3],[4,5,6],[7,8,9]], f: 2, stride: 1}
                caption: The middle is seen most.
                ```
                """, catalogue);

        LessonView view = shown(lesson);

        assertThat(_find(view, TensorView.class).stream()
                        .map(array -> array.getElement().getProperty("name")))
                .contains("touched");
        assertThat(textOf(view)).contains("f = 2, stride = 1");
    }

    @Test
    void theSectionsAreListedAndLeadToTheirHeadings() {
        LessonView view = shown(Samples.lesson());

        List<Anchor> links = _find(
                view,
                Anchor.class,
                spec -> spec.withPredicate(link -> link.getElement().hasAttribute("data-section")));
        assertThat(links.stream().map(Anchor::getText))
                .containsExactly("Why it exists", "The formula", "On real numbers", "The traps", "What to remember");
        assertThat(links).allSatisfy(link -> {
            String id = link.getElement().getAttribute("data-section");
            assertThat(link.getHref()).isEqualTo("exercise/conv_forward#" + id);
            assertThat(read(view).getElementById(id)).isNotNull();
        });
    }

    @Test
    void nothingInALessonIsTakenForHtml() {
        Lesson lesson = Lesson.parse("s.md", "# S\n\n## T\n\n`<b>code</b>` and \\<i>words\\</i>\n", catalogue);

        LessonView view = shown(lesson);

        assertThat(texts(view, "p")).containsExactly("<b>code</b> and <i>words</i>");
        assertThat(read(view).select("b, i")).isEmpty();
    }

    @Test
    void aLessonIsMarkedWithItsLanguage() {
        Lesson chinese = Lesson.parse("lesson_zh.md", "# 零\n", catalogue);

        assertThat(shown(chinese).getElement().getAttribute("lang")).isEqualTo("zh-Hans");
        assertThat(shown(Samples.lesson()).getElement().getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void theLessonOfAStepIsOpenUntilItHasBeenTried() {
        open("exercise/conv_forward");
        assertThat(fold().getElement().getProperty("open", false)).isTrue();
        assertThat(textOf(fold())).startsWith("Lesson").contains("A sample of everything");

        pick("A");
        run(false);
        open("exercise/zero_pad");
        open("exercise/conv_forward");

        assertThat(fold().getElement().getProperty("open", false)).isFalse();
    }

    @Test
    void aStepWithoutALessonKeepsItsShortText() {
        open("exercise/zero_pad");

        assertThat(_find(LessonFold.class)).isEmpty();
        assertThat(page()).contains("A filter larger than one cell shrinks an image");
    }

    @ParameterizedTest(name = "{0}: from {2} to {3}")
    @CsvSource(delimiter = '|', textBlock = """
            lesson/opening        | Seeing with numbers    |                          | zero_pad →
            exercise/zero_pad     | zero_pad               | ← Seeing with numbers    | conv_single_step →
            exercise/pool_forward | pool_forward           | ← conv_forward           | How a gradient flows →
            lesson/bridge         | How a gradient flows   | ← pool_forward           | conv_backward →
            exercise/conv_backward | conv_backward         | ← How a gradient flows   | create_mask_from_window →
            exercise/pool_backward | pool_backward         | ← distribute_value       | What you have built →
            lesson/closing        | What you have built    | ← pool_backward          |
            """)
    void theWayThroughTheCourseHasStepsAndChapters(String address, String title, String before, String after) {
        open(address);

        assertThat(textOf(_get(H1.class))).endsWith(title);
        assertThat(_find(RouterLink.class, spec -> spec.withClasses("stride-previous")).stream()
                        .map(RouterLink::getText))
                .isEqualTo(Stream.ofNullable(before).toList());
        assertThat(_find(RouterLink.class, spec -> spec.withClasses("stride-next")).stream()
                        .map(RouterLink::getText))
                .isEqualTo(Stream.ofNullable(after).toList());
    }

    @Test
    void theChaptersStandWhereTheyBelongOnThePageOfAllSteps() {
        open("");

        assertThat(page())
                .containsSubsequence(
                        "Seeing with numbers", "Forward", "How a gradient flows", "Backward", "What you have built");
        assertThat(_find(RouterLink.class, spec -> spec.withClasses("stride-chapter-link")).stream()
                        .map(RouterLink::getHref))
                .containsExactly("lesson/opening", "lesson/bridge", "lesson/closing");
    }

    @Test
    void aChapterIsReadInTheLanguageOfThePage() {
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);

        open("lesson/bridge");
        assertThat(textOf(_get(H1.class))).isEqualTo("梯度如何回流");
        assertThat(UI.getCurrent().getInternals().getTitle()).startsWith("梯度如何回流");

        open("lesson/opening");
        assertThat(textOf(_get(H1.class))).isEqualTo("Seeing with numbers");
    }

    @Test
    void aChapterThatDoesNotExistIsToldAsSuch() {
        open("lesson/middle");

        assertThat(page()).contains("There is no chapter middle.");
    }
}
