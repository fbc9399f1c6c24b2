package org.stride.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Chromium of this machine with a profile that outlives it, as a learner has one; it may be ended or killed, and opened again. */
final class LastingBrowser implements AutoCloseable {
    private final Path profile;
    private Playwright playwright;

    LastingBrowser() throws IOException {
        profile = Files.createTempDirectory("stride-profile");
    }

    BrowserContext open() {
        playwright = Browser.playwright();
        return playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Browser.executable())
                                .setArgs(Browser.QUIET));
    }

    /** As the power takes it: it writes nothing down any more. */
    void kill() {
        List<ProcessHandle> processes = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
                .toList();
        if (processes.isEmpty()) {
            throw new IllegalStateException("There is no browser to be killed");
        }
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        playwright.close();
    }

    /** Ends it as its user does. */
    void end() {
        playwright.close();
    }

    @Override
    public void close() {
        end();
    }
}
