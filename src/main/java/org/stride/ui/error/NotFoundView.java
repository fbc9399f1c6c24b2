package org.stride.ui.error;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.stride.ui.exercise.ExerciseView;
import org.stride.ui.exercise.UnknownNameException;
import org.stride.ui.home.HomeView;
import org.stride.ui.part.MainLayout;
import org.stride.ui.part.Texts;

/** There is no such page, exercise or card: says which, and shows the way back. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class NotFoundView extends Section implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    public NotFoundView() {
        addClassName("stride-error");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        add(new H1(getTranslation("not_found.title")));
        Div ways = new Div();
        ways.addClassName("stride-ways-out");
        if (parameter.getCaughtException() instanceof UnknownNameException unknown) {
            add(Texts.paragraph(getTranslation("not_found." + unknown.kind(), plain(unknown.name()))));
            unknown.exercise().ifPresent(exercise -> ways.add(back(exercise)));
        } else {
            add(Texts.paragraph(
                    getTranslation("not_found.page", plain(event.getLocation().getPath()))));
        }
        RouterLink home = new RouterLink(getTranslation("not_found.home"), HomeView.class);
        home.setClassName("stride-call", ways.getComponentCount() == 0);
        ways.add(home);
        add(ways);
        return HttpServletResponse.SC_NOT_FOUND;
    }

    private RouterLink back(String exercise) {
        RouterLink back = ExerciseView.link(exercise);
        back.setText(getTranslation("not_found.exercise_link", exercise));
        back.addClassName("stride-call");
        return back;
    }

    /** A backtick in an address would end the one that marks it as code. */
    private static String plain(String name) {
        return name.replace('`', '\'');
    }

    @Override
    public String getPageTitle() {
        return getTranslation("not_found.page_title");
    }
}
