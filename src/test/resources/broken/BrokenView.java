package org.stride.ui.broken;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.stride.ui.part.MainLayout;

/** A page with a fault of ours: in its making if the address asks for it, else behind a button. */
@Route(value = "broken", layout = MainLayout.class)
@PageTitle("A handle")
@AnonymousAllowed
public class BrokenView extends Div implements BeforeEnterObserver {
    public BrokenView() {
        Button handle = new Button("Pull", event -> {
            throw new IllegalStateException("the handle came off");
        });
        handle.setId("handle");
        add(new H1("A handle"), handle);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey("wholly")) {
            throw new IllegalStateException("there is no handle");
        }
    }
}
