package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that describes the interface for programs, under a policy that lets it load nothing but its own parts. */
class DescriptionIT {
    @Test
    void thePageWorksByItself() {
        try (Server server = Server.start();
                Browser browser = new Browser();
                Browser.Window window = browser.open(Inspection.WIDE, ColorScheme.LIGHT)) {
            Page page = window.page();
            List<String> requests = new ArrayList<>();
            page.onRequest((Request request) -> requests.add(request.url()));
            page.navigate(server.address() + "/api/v1/docs");

            Locator exercise = page.locator(".opblock", new Page.LocatorOptions().setHasText("One exercise"));
            exercise.locator(".opblock-summary-control").click();
            exercise.locator(".try-out__btn").click();
            exercise.getByPlaceholder("name").fill("zero_pad");
            exercise.locator("button.execute").click();

            assertThat(exercise.locator(".live-responses-table .response-col_status")
                            .last())
                    .containsText("200");
            assertThat(exercise.locator(".live-responses-table")).containsText("Zero padding");
            assertThat(window.errors()).isEmpty();
            assertThat(requests)
                    .contains(server.address() + "/api/v1/exercises/zero_pad")
                    .allMatch(url -> url.startsWith(server.address() + "/") || url.startsWith("data:"));
        }
    }
}
