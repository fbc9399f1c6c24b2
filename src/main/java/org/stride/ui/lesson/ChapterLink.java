package org.stride.ui.lesson;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import org.stride.lesson.Lessons.Chapter;

/** The way to a chapter from the page of all steps. */
public final class ChapterLink {
    private ChapterLink() {}

    /** Where in the course it stands, and its title. */
    public static RouterLink of(Course.Stop.Reading reading) {
        RouterLink link = ChapterView.link(reading.chapter());
        Span kind = new Span(link.getTranslation(kind(reading.chapter())));
        kind.addClassName("stride-muted");
        Span title = new Span(reading.lesson().title());
        title.addClassName("stride-step-title");
        link.add(kind, title);
        link.addClassName("stride-chapter-link");
        return link;
    }

    /** The key of the words that say where in the course a chapter stands. */
    static String kind(Chapter chapter) {
        return switch (chapter) {
            case OPENING -> "lesson.chapter.opening";
            case BRIDGE -> "lesson.chapter.bridge";
            case CLOSING -> "lesson.chapter.closing";
        };
    }
}
