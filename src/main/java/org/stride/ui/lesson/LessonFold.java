package org.stride.ui.lesson;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import org.stride.lesson.Lesson;

/**
 * A lesson that can be folded away. The browser remembers whether it was. The server is not told, unlike with {@link
 * NativeDetails}: with those, every page with an open lesson would report that before it is ready.
 */
@Tag("details")
@JsModule("./lesson/fold.ts")
public final class LessonFold extends HtmlContainer {
    private static final long serialVersionUID = 1L;
    private static final int SECTIONS = 3;

    private final String name;

    /**
     * @param name of the step, under which the browser remembers
     * @param open as long as the reader has not folded or opened it
     */
    public LessonFold(String name, Lesson lesson, boolean open) {
        this.name = name;
        Span label = new Span(getTranslation("lesson.label"));
        label.addClassName("stride-muted");
        H2 title = new H2(lesson.title());
        title.getElement().setAttribute("id", "lesson");
        NativeDetails.Summary summary = new NativeDetails.Summary();
        summary.add(label, title);
        add(summary, new LessonView(lesson, "exercise/" + name, SECTIONS));
        getElement().setProperty("open", open);
        addClassName("stride-fold");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("window.strideFold(this, $0)", name);
    }
}
