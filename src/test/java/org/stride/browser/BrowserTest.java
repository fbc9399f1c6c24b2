package org.stride.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A server and a browser that all tests of a class share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
    Server server;
    Browser browser;

    /** The server that the tests are about. */
    abstract Server startServer();

    @BeforeAll
    void start() {
        server = startServer();
        browser = new Browser();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** The code of a right solution, such as {@code zero_pad.np_pad}. */
    static String solution(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/solutions", name + ".py"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
