package org.stride;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.stride.cli.Main;

/** Starts Stride, and says how every page is set up. The order of the stylesheets counts: a later one may refine an earlier. */
@SpringBootApplication
@Push
@StyleSheet(Aura.STYLESHEET)
@CssImport("./theme/tokens.css")
@CssImport("./theme/frame.css")
@CssImport("./theme/shared.css")
@CssImport("./theme/home.css")
@CssImport("./theme/steps.css")
@CssImport("./theme/exercise.css")
@CssImport("./theme/lesson.css")
@CssImport("./theme/verdict.css")
@CssImport("./theme/comparison.css")
@CssImport("./theme/history.css")
@CssImport("./theme/progress.css")
@CssImport("./theme/sandbox.css")
@CssImport("./theme/trouble.css")
@CssImport("./theme/shortcuts.css")
@CssImport("./theme/work.css")
@CssImport("./theme/hints.css")
@CssImport("./theme/gradient.css")
@CssImport("./theme/quiz.css")
public class StrideApplication implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;

    public static void main(String[] arguments) {
        if (arguments.length > 0 && Main.knows(arguments[0])) {
            System.exit(Main.run(arguments));
        }
        SpringApplication.run(StrideApplication.class, arguments);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "icons/stride.svg", "any");
    }
}
