package org.stride.ui.error;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.stride.ui.home.HomeView;
import org.stride.ui.part.MainLayout;
import org.stride.ui.part.Texts;

/** A page that could not be made: whose fault it is, what is kept, and what to do. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class FailureView extends Section implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    public FailureView() {
        addClassName("stride-error");
        setId("failure");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Failure failure = Failure.of(parameter.getException());
        Button again = new Button(getTranslation("failure.again"), clicked -> reload());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        RouterLink home = new RouterLink(getTranslation("not_found.home"), HomeView.class);
        Div ways = new Div(again, home);
        ways.addClassName("stride-ways-out");
        removeAll();
        add(
                new H1(getTranslation("failure.title")),
                Texts.paragraph(getTranslation("failure.page.text")),
                Texts.paragraph(getTranslation("failure.advice", failure.id())),
                ways);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private static void reload() {
        UI.getCurrent().getPage().reload();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("failure.page_title");
    }
}
