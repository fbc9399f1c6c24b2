package org.stride.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stride.PythonListings;

/** The server as its users start it, with a real Python. Every test calls from an address of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "stride.data=target/test-data-${stride.fork:1}")
abstract class ApiTest {
    static final String SOLUTION = read("src/test/resources/solutions/zero_pad.np_pad.py");
    static final String ENDLESS = "def zero_pad(X, pad):\n    while True:\n        pass\n";

    private static final AtomicInteger CALLERS = new AtomicInteger(1);

    @LocalServerPort
    private int port;

    Client client;

    @DynamicPropertySource
    static void python(DynamicPropertyRegistry registry) {
        Path python = PythonListings.assumeInstalled();
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"), "skipped: elsewhere this machine has one address only");
        registry.add("stride.python", () -> python.toAbsolutePath().toString());
    }

    @BeforeEach
    void newCaller() {
        client = anotherClient();
    }

    final Client anotherClient() {
        int number = CALLERS.incrementAndGet();
        return new Client(port, "127.1.%d.%d".formatted(number / 250, 1 + number % 250));
    }

    final int port() {
        return port;
    }

    static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
