package org.stride.ui.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.stride.lesson.Lesson;

/** A lesson to be read: its sections in a list, and the text. The heading above it is its page’s. */
@Tag("stride-lesson")
@JsModule("./lesson/lesson.ts")
@JsModule("./formula/formula.ts")
@NpmPackage(value = "katex", version = "0.19.1")
public final class LessonView extends Component implements HasComponents {
    private static final long serialVersionUID = 1L;

    private final transient Blocks blocks;

    /**
     * @param address of the page that shows it, relative to the application’s root
     * @param level of the headings of its sections, 2 on a page that has nothing else
     */
    public LessonView(Lesson lesson, String address, int level) {
        blocks = new Blocks(level + 1, this::getTranslation);
        addClassName("stride-reading");
        getElement().setAttribute("lang", language(lesson));
        add(contents(lesson, address), text(lesson, level));
    }

    /** What the file says, which may be English on a page in another language. */
    private static String language(Lesson lesson) {
        return lesson.file().endsWith("_zh.md") ? "zh-Hans" : "en";
    }

    private Component contents(Lesson lesson, String address) {
        OrderedList list = new OrderedList();
        for (int place = 0; place < lesson.sections().size(); place++) {
            Anchor link = new Anchor(
                    address + "#" + id(place), lesson.sections().get(place).title());
            link.getElement().setAttribute("router-ignore", true);
            link.getElement().setAttribute("data-section", id(place));
            list.add(new ListItem(link));
        }
        Span label = new Span(getTranslation("lesson.contents"));
        label.getElement().setAttribute("aria-hidden", "true");
        Nav contents = new Nav(label, list);
        contents.setAriaLabel(getTranslation("lesson.contents"));
        contents.addClassName("stride-contents");
        return contents;
    }

    private Component text(Lesson lesson, int level) {
        Article article = new Article();
        article.addClassName("stride-prose");
        blocks.of(lesson.opening(), text -> {}).forEach(article::add);
        for (int place = 0; place < lesson.sections().size(); place++) {
            Lesson.Section section = lesson.sections().get(place);
            String id = id(place);
            Section part = new Section();
            blocks.of(section.blocks(), text -> text.heading(level, id, section.heading()))
                    .forEach(part::add);
            article.add(part);
        }
        return article;
    }

    private static String id(int place) {
        return "section-" + (place + 1);
    }
}
