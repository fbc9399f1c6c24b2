package org.stride.ui.error;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.stride.ui.ViewTest;
import org.stride.ui.part.MainLayout;

/** What a learner is told of a fault of ours, and what the log is. */
@ExtendWith(OutputCaptureExtension.class)
class FailureTest extends ViewTest {
    private static final String SECRET = "the handle came off";

    /** A page that cannot be made. */
    public static class BrokenView extends Div implements BeforeEnterObserver {
        private static final long serialVersionUID = 1L;

        @Override
        public void beforeEnter(BeforeEnterEvent event) {
            throw new IllegalStateException(SECRET);
        }
    }

    @BeforeEach
    void addTheBrokenPage() {
        RouteConfiguration.forSessionScope()
                .setRoute("broken", BrokenView.class, List.<Class<? extends RouterLayout>>of(MainLayout.class));
    }

    @AfterEach
    void takeItAway() {
        RouteConfiguration.forSessionScope().removeRoute("broken");
    }

    private static void fail(Throwable cause) {
        VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(cause));
    }

    /** The one number that is shown. */
    private static String number(String text) {
        Matcher number = Pattern.compile("\\b[2-9A-Z]{6}\\b").matcher(text);
        assertThat(number.find()).as(text).isTrue();
        return number.group();
    }

    @Test
    void aPageThatCannotBeMadeSaysSoWithTheNumberThatIsInTheLog(CapturedOutput log) {
        open("broken");

        String told = textOf(_get(FailureView.class));
        assertThat(told)
                .contains("Stride has failed", "The code that you typed is kept", "To the eight steps")
                .doesNotContain(SECRET, "Exception");
        assertThat(log).contains("number " + number(told), SECRET);
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Stride has failed – Stride");
    }

    @Test
    void whatFailsAfterAClickIsToldOverThePageWhichStays(CapturedOutput log) {
        open("progress");

        fail(new IllegalStateException(SECRET));

        String told = textOf(_get(FailureDialog.class));
        assertThat(told).contains("not of what you did").doesNotContain(SECRET, "Exception");
        assertThat(_get(FailureDialog.class).getHeaderTitle()).isEqualTo("Stride has failed");
        assertThat(log).contains("number " + number(told), SECRET);
        assertThat(page()).contains("Your progress");
        _click(_get(Button.class, spec -> spec.withText("Go on")));
        _assertNone(FailureDialog.class);
    }

    @Test
    void twoFailuresAreOneBoxAndTwoEntriesInTheLog(CapturedOutput log) {
        open("progress");

        fail(new IllegalStateException("first"));
        fail(new IllegalStateException("second"));

        _get(FailureDialog.class);
        assertThat(log).contains("first", "second");
        _click(_get(Button.class, spec -> spec.withText("Go on")));
        fail(new IllegalStateException("third"));
        assertThat(textOf(_get(FailureDialog.class))).contains("not of what you did");
    }

    @Test
    void aBrowserThatHasGoneIsNoFailure(CapturedOutput log) {
        open("progress");

        fail(new SocketTimeoutException(SECRET));

        _assertNone(FailureDialog.class);
        assertThat(log).doesNotContain(SECRET);
    }

    @Test
    void bothSpeakChinese() {
        UI.getCurrent().setLocale(Locale.forLanguageTag("zh-Hans"));
        open("broken");
        assertThat(textOf(_get(FailureView.class))).contains("Stride 出了故障", "你输入的代码保留着", "再试一次");

        fail(new IllegalStateException(SECRET));
        assertThat(textOf(_get(FailureDialog.class))).contains("这是 Stride 的故障", "重新加载页面");
    }
}
