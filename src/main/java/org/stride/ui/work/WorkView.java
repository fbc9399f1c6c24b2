package org.stride.ui.work;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.stride.learner.CheckAllowance;
import org.stride.ui.learner.CurrentLearner;
import org.stride.ui.part.MainLayout;
import org.stride.ui.part.Texts;

/** The learner's own work as files, on a page of its own. */
@Route(value = "work", layout = MainLayout.class)
@AnonymousAllowed
public class WorkView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    /** In the address of the page that comes after everything was deleted. */
    static final String FORGOTTEN = "forgotten";

    private final Div notice = new Div();

    WorkView(WorkDesk desk, CurrentLearner learner, CheckAllowance allowance) {
        addClassName("stride-work-page");
        Paragraph lead = new Paragraph(getTranslation("work.lead"));
        lead.addClassName("stride-lead");
        notice.addClassName("stride-notice");
        notice.setId("forgotten");
        notice.getElement().setAttribute("role", "status");
        Header header = new Header(new H1(getTranslation("work.title")), lead);
        header.addClassName("stride-page-head");
        add(header, notice, new WorkPanel(desk, learner, allowance));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean forgotten =
                event.getLocation().getQueryParameters().getParameters().containsKey(FORGOTTEN);
        notice.removeAll();
        if (forgotten) {
            notice.add(Texts.paragraph(getTranslation("work.forget.done")));
        }
        notice.setVisible(forgotten);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("work.page_title");
    }
}
