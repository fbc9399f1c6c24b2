package org.stride.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.stride.browser.Inspection.WIDE;
import static org.stride.browser.Inspection.inspectEverywhere;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A real PostgreSQL stops under a server and comes back, while a learner types and checks. */
class DatabaseAwayIT {
    @Test
    void whoTypesAndChecksMeanwhileLosesNothing() throws IOException {
        Path cluster = Files.createTempDirectory("stride-postgresql");
        EmbeddedPostgres database = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .start();
        int port = database.getPort();
        try (Server server = Server.startWithPython(
                        "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"));
                Browser browser = new Browser();
                Browser.Window window = browser.open(WIDE, ColorScheme.LIGHT)) {
            WriteTab tab = WriteTab.open(window, server, "zero_pad");
            tab.append("# before");
            tab.isSaved();

            database.close();
            tab.append(" and meanwhile");
            assertThat(tab.saving()).hasText("the database does not answer, kept in this browser");
            tab.check();
            tab.fails();
            assertThat(tab.message()).containsText("this attempt is not written down yet");
            inspectEverywhere(tab.foldTheLesson().page(), "database-away");

            database = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
            Page page = tab.page();
            page.waitForCondition(() -> {
                String answer = page.request()
                        .get(server.address() + "/drafts/zero_pad")
                        .text();
                return JsonMapper.shared()
                        .readTree(answer)
                        .path("text")
                        .asString("")
                        .endsWith("# before and meanwhile");
            });
            tab.isSaved();
            page.navigate(server.address() + "/exercise/zero_pad/history");
            assertThat(page.locator(".stride-entry")).hasCount(1);
        } finally {
            database.close();
        }
    }
}
