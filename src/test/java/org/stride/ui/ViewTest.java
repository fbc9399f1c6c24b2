package org.stride.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Location;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.stride.exercise.Catalogue;
import org.stride.ui.language.Language;

/** A page without a browser, and the few things that a learner does on it. */
@SpringBootTest(properties = "stride.data=target/test-data-${stride.fork:1}")
@Import(ViewTest.Executors.class)
public abstract class ViewTest {
    private static final Routes ROUTES = new Routes().autoDiscoverViews("org.stride.ui");

    @TestConfiguration(proxyBeanMethods = false)
    static class Executors {
        @Bean
        @Primary
        ManualExecutor manualExecutor() {
            return new ManualExecutor();
        }
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    protected ManualExecutor executor;

    @Autowired
    protected Catalogue catalogue;

    @BeforeEach
    void openBrowser() {
        executor.clear();
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
    }

    @AfterEach
    void closeBrowser() {
        MockVaadin.tearDown();
        MockVaadin.setMockRequestFactory(FakeRequest::new);
    }

    /** Opens a new browser, of somebody who has chosen this language. */
    protected void speak(String language) {
        closeBrowser();
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            request.addCookie(new Cookie(Language.COOKIE, language));
            return request;
        });
        openBrowser();
    }

    protected static void open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** Clicks the card of this letter, dealing all cards first. */
    protected static void pick(String letter) {
        _find(Button.class, spec -> spec.withId("deck-more")).forEach(more -> _click(more));
        _click(cards().stream()
                .filter(card ->
                        textOf(card.getChildren().findFirst().orElseThrow()).equals(letter))
                .findFirst()
                .orElseThrow());
    }

    /** The cards on the table. */
    protected static List<NativeButton> cards() {
        return _find(NativeButton.class, spec -> spec.withClasses("stride-card"));
    }

    @SuppressWarnings("unchecked")
    protected static void predict(boolean passes) {
        ((RadioButtonGroup<Boolean>) _get(RadioButtonGroup.class)).setValue(passes);
    }

    /** Predicts, runs, and waits for the verdict. */
    protected void run(boolean predictedPass) {
        predict(predictedPass);
        _click(_get(Button.class, spec -> spec.withId("run")));
        finishChecks();
    }

    protected void finishChecks() {
        executor.runAll();
        MockVaadin.runUIQueue();
    }

    protected static Component byId(String id) {
        return _get(Component.class, spec -> spec.withId(id));
    }

    /** Everything that a component says, in its order. */
    protected static String textOf(Component component) {
        return Objects.requireNonNullElse(component.getElement().getTextRecursively(), "");
    }

    protected static String page() {
        return UI.getCurrent().getChildren().map(ViewTest::textOf).collect(Collectors.joining("\n"));
    }
}
