package org.stride.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A robot types, and now and then checks, while the server or the browser is killed as power would kill it. What the robot saw on
 * screen is the measure: it comes back, up to the last two seconds, and every attempt whose verdict it saw is in the history.
 */
class CrashIT {
    /** So many in the usual run; -Dstride.kills=20 takes its time. */
    private static final int KILLS = Integer.getInteger("stride.kills", 4);

    private static final Duration MOST_LOST = Duration.ofSeconds(2);
    private static final long SEED = 20_260_301;
    private static final String KEYS = "# a robot types, and what it types is Python all the same\nx = 1 + 2\n";

    private final Random random = new Random(SEED);
    private final List<Seen> seen = new ArrayList<>();
    private int verdicts;
    private int keys;
    private Server server;

    /** What stood on screen at a moment. */
    private record Seen(long nanoseconds, String text) {}

    @Test
    void aKilledServerOrBrowserTakesAtMostTwoSecondsOfTypingAndNoAttempt() throws Exception {
        Path data = Files.createTempDirectory("stride-data");
        int port = freePort();
        server = Server.startWithPython(data, port);
        Duration worst = Duration.ZERO;
        try (LastingBrowser browser = new LastingBrowser()) {
            // A browser writes a new cookie to the disk when it ends, or after half a minute: the first visit was
            // earlier
            open(browser.open());
            browser.end();
            Page page = open(browser.open());
            for (int kill = 1; kill <= KILLS; kill++) {
                boolean ofServer = kill % 2 == 1;
                type(page, 1500 + random.nextInt(3500));
                // A verdict that was seen is kept, also if the power goes in that very moment
                if (kill % 3 != 1) {
                    check(page);
                }
                if (kill % 3 == 2) {
                    type(page, random.nextInt(2000));
                }
                long killed = System.nanoTime();
                if (ofServer) {
                    page.evaluate("window.before = true");
                    server.kill();
                    type(page, random.nextInt(1500));
                    server = Server.startWithPython(data, port);
                    // The page finds out by itself that its session is gone, and leaves it to its reader when to come
                    // anew
                    page.locator(".v-system-error button").click();
                    page.waitForFunction(
                            "!window.before && document.querySelector('#editor')?.shadowRoot?.querySelector('.cm-content')");
                    killed = System.nanoTime();
                } else {
                    browser.kill();
                    page = open(browser.open());
                }
                saved(page);
                Duration lost = lost(page, killed);
                worst = lost.compareTo(worst) > 0 ? lost : worst;
                System.out.printf(
                        "kill %2d, of the %s: %d ms of typing lost, %d characters there%n",
                        kill,
                        ofServer ? "server" : "browser",
                        lost.toMillis(),
                        text(page).length());
                assertThat(lost).isLessThanOrEqualTo(MOST_LOST);
                seen.clear();
            }
            page.navigate(server.address() + "/exercise/zero_pad/history");
            PlaywrightAssertions.assertThat(page.locator(".stride-entry")).hasCount(verdicts);
        } finally {
            server.kill();
        }
        System.out.printf(
                "%d kills: at most %d ms of typing lost, and none of %d attempts%n", KILLS, worst.toMillis(), verdicts);
    }

    private Page open(BrowserContext browser) {
        Page page = browser.pages().getFirst();
        page.navigate(server.address() + "/exercise/zero_pad?way=write");
        new WriteTab(page).ready();
        return page;
    }

    private static String text(Page page) {
        return (String) page.evaluate("document.querySelector('#editor').value");
    }

    /** Types as a person does, at the end, and remembers what was on screen after each key. */
    private void type(Page page, int milliseconds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(milliseconds).toNanos();
        new WriteTab(page).code().focus();
        page.keyboard().press("ControlOrMeta+End");
        while (System.nanoTime() < end) {
            page.keyboard().type(String.valueOf(KEYS.charAt(keys++ % KEYS.length())));
            seen.add(new Seen(System.nanoTime(), text(page)));
            Thread.sleep(40 + random.nextInt(120));
        }
    }

    /** Checks what is typed, which is no right code, and waits for the verdict. */
    private void check(Page page) {
        WriteTab tab = new WriteTab(page);
        tab.checkWithKeys();
        tab.fails();
        verdicts++;
    }

    private static void saved(Page page) {
        page.waitForFunction(
                "document.querySelector('#editor').shadowRoot.querySelector('stride-draft-status')?.state === 'saved'");
    }

    /** How long before it was killed the robot typed the first key that is not there. */
    private Duration lost(Page page, long killed) {
        String there = text(page);
        return seen.stream()
                .filter(moment -> !there.startsWith(moment.text()))
                .findFirst()
                .map(moment -> Duration.ofNanos(killed - moment.nanoseconds()))
                .orElse(Duration.ZERO);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
