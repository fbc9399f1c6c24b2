package org.stride.ui.lesson;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import org.stride.lesson.Lesson;

/** A lesson that can be folded away. The browser remembers whether it was. */
@JsModule("./lesson/fold.ts")
public final class LessonFold extends NativeDetails {
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
        setSummary(label, title);
        setContent(new LessonView(lesson, "exercise/" + name, SECTIONS));
        setOpen(open);
        addClassName("stride-fold");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("window.strideFold(this, $0)", name);
    }
}
