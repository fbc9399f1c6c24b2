package org.stride.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Chromium of this machine. */
final class Browser implements AutoCloseable {
    static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Only what fails takes so long; a busy machine may take seconds for what is right. */
    private static final double PATIENCE_MILLISECONDS = 20_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        playwright = playwright();
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(QUIET));
    }

    static Playwright playwright() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Path executable() {
        return Path.of(System.getProperty("stride.chromium"));
    }

    /** A page of its own, with its own cookies, that keeps what goes wrong in it. */
    Window open(int width, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height(width))
                .setColorScheme(scheme));
        return new Window(context, context.newPage());
    }

    /** Of a telephone or of a desk. */
    static int height(int width) {
        return width < 600 ? 844 : 900;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** One page, and the errors of its scripts. */
    static final class Window implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> errors = new ArrayList<>();

        private Window(BrowserContext context, Page page) {
            this.context = context;
            this.page = page;
            listen(page);
        }

        private void listen(Page one) {
            one.onPageError(errors::add);
            one.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
        }

        /** A further tab of the same browser. */
        Page anotherTab() {
            Page tab = context.newPage();
            listen(tab);
            return tab;
        }

        BrowserContext context() {
            return context;
        }

        Page page() {
            return page;
        }

        List<String> errors() {
            return errors;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
