package org.stride.ui.part;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stride.python.Mode;
import org.stride.python.PythonRunner;
import org.stride.ui.keyboard.ShortcutsButton;

/** What surrounds every page: the ways home and to one’s progress, the choice of light and dark, and the page itself. */
public class MainLayout extends Div implements RouterLayout {
    private static final long serialVersionUID = 1L;

    private final Main content = new Main();

    MainLayout(PythonRunner runner) {
        addClassName("stride-page");
        content.setId("content");
        add(skipLink(), header(), content, footer(runner.status().mode()), new Notices());
    }

    private Anchor skipLink() {
        Anchor skip = new Anchor("#content", getTranslation("layout.skip"));
        skip.addClassName("stride-skip");
        // Stays on the page: the router must not take the fragment for a navigation.
        skip.getElement().setAttribute("router-ignore", true);
        return skip;
    }

    private Header header() {
        Image logo = new Image("icons/stride.svg", "");
        logo.addClassName("stride-logo");
        // Relative to the application's root, so that it works below any path.
        Anchor home = new Anchor("./", logo, new Span(getTranslation("app.name")));
        home.addClassName("stride-brand");
        Anchor progress = new Anchor("progress", getTranslation("layout.progress"));
        progress.addClassName("stride-header-link");
        Div switches = new Div(new LanguageSwitch(), new ColorSchemeSwitch());
        switches.addClassName("stride-switches");
        Header header = new Header(home, progress, switches);
        header.addClassName("stride-header");
        return header;
    }

    private Footer footer(Mode mode) {
        Footer footer = new Footer(new Span(getTranslation("layout.footer")));
        Div links = new Div(new ShortcutsButton());
        links.addClassName("stride-footer-links");
        if (mode == Mode.LOCAL) {
            links.add(new Anchor("admin/sandbox", getTranslation("layout.sandbox")));
        }
        footer.add(links);
        footer.addClassName("stride-footer");
        return footer;
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement view) {
        content.removeAll();
        content.getElement().appendChild(Objects.requireNonNull(view).getElement());
    }
}
