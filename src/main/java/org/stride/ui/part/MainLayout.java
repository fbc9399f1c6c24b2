package org.stride.ui.part;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stride.python.Mode;
import org.stride.python.PythonRunner;
import org.stride.ui.keyboard.ShortcutsButton;

/** What surrounds every page: the ways home and to one’s progress, the choice of light and dark, and the page itself. */
@JsModule("./page/page.ts")
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final Main content = new Main();
    private @Nullable String path;

    MainLayout(PythonRunner runner) {
        addClassName("stride-page");
        content.setId("content");
        // The link that skips the header leads here
        content.getElement().setAttribute("tabindex", "-1");
        add(skipLink(), header(), content, footer(runner.status().mode()), new Notices());
    }

    private Anchor skipLink() {
        Anchor skip = new Anchor("#content", getTranslation("layout.skip"));
        skip.addClassName("stride-skip");
        // Stays on the page, as page.ts sees to: the router must not take the fragment for a navigation
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

    /** What was pressed went away with its page: the focus goes along, as it does where a browser loads a page. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String now = event.getLocation().getPath();
        if (path != null && !path.equals(now)) {
            getElement().executeJs("window.stridePageShown(this)");
        }
        path = now;
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement view) {
        content.removeAll();
        content.getElement().appendChild(Objects.requireNonNull(view).getElement());
    }
}
