package org.stride.ui.lesson;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.stride.lesson.Lessons.Chapter;
import org.stride.ui.exercise.StepNavigation;
import org.stride.ui.exercise.UnknownNameException;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.MainLayout;

/** What is read before, between and after the steps: {@code /lesson/opening}, {@code /lesson/bridge}, {@code /lesson/closing}. */
@Route(value = "lesson/:chapter", layout = MainLayout.class)
@AnonymousAllowed
public class ChapterView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String CHAPTER = "chapter";
    private static final int SECTIONS = 2;

    private final transient Course course;
    private final transient CurrentLearner learner;
    private String title = "";

    ChapterView(Course course, CurrentLearner learner) {
        this.course = course;
        this.learner = learner;
        addClassNames("stride-exercise", "stride-chapter");
    }

    /** A link to a chapter, still without a text. */
    public static RouterLink link(Chapter chapter) {
        return new RouterLink(ChapterView.class, new RouteParameters(CHAPTER, chapter.word()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String word = event.getRouteParameters().get(CHAPTER).orElse("");
        Optional<Course.Stop.Reading> reading =
                Chapter.of(word).flatMap(chapter -> course.reading(chapter, getLocale()));
        if (reading.isEmpty()) {
            event.rerouteToError(UnknownNameException.chapter(word), "");
            return;
        }
        removeAll();
        show(reading.get());
    }

    private void show(Course.Stop.Reading reading) {
        title = reading.lesson().title();
        Span kind = new Span(getTranslation(ChapterLink.kind(reading.chapter())));
        kind.addClassName("stride-muted");
        Header header = new Header(kind, new H1(title));
        header.addClassName("stride-page-head");
        add(
                StepNavigation.steps(course.catalogue(), null, learner.progress()),
                header,
                new LessonView(reading.lesson(), "lesson/" + reading.chapter().word(), SECTIONS),
                StepNavigation.neighbours(course, reading));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("lesson.page_title", title);
    }
}
