package org.stride.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.python.RunnerSupport.call;
import static org.stride.python.RunnerSupport.number;
import static org.stride.python.RunnerSupport.value;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whose end is asked for, when one submission follows the other on one server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerTest {
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();
    private final Setup setup = RunnerSupport.setup();
    private Server server;

    @BeforeAll
    void start() throws IOException {
        server = new Interpreters(setup.python(), System.getenv("PATH")).start(watchdog);
    }

    @AfterAll
    void end() {
        if (server != null) {
            server.kill();
        }
        watchdog.shutdownNow();
    }

    @Test
    void aCancelThatComesTooLateLeavesTheNextSubmissionAlone() throws IOException {
        Ticket first = ticket("def f(): return 1.0");
        server.run(first);

        server.cancel(first);

        // Long enough that its end would come before its result
        Ticket next = ticket("def f():\n    for i in range(5_000_000): pass\n    return 2.0");
        assertThat(value(server.run(next).report())).isEqualTo(number(2));
    }

    @Test
    void aCancelThatComesBeforeTheRunEndsIt() throws IOException {
        Ticket endless = ticket("def f():\n    while True: pass");

        server.cancel(endless);

        assertThat(server.run(endless).report().stopped()).isEqualTo(new Outcome.Cancelled());
        assertThat(value(server.run(ticket("def f(): return 3.0")).report())).isEqualTo(number(3));
    }

    private Ticket ticket(String source) {
        return new Ticket(call(source, "f").withDefault(setup.limits()), "", RunListener.NONE, new FairQueue<>());
    }
}
