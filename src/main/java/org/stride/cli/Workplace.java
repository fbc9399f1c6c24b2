package org.stride.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stride.autograder.Autograder;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Seeds;
import org.stride.python.Confinement.Layer;
import org.stride.python.Greeting;
import org.stride.python.Limits;
import org.stride.python.Mode;
import org.stride.python.PythonRunner;
import org.stride.python.Setup;
import org.stride.python.State;
import org.stride.python.Unavailable;
import org.stride.report.Translations;

/** What judging takes: Python processes that are ready, and the secret behind the held-out checks. */
final class Workplace implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PythonRunner runner;
    private final Autograder autograder;

    private Workplace(PythonRunner runner, Autograder autograder) {
        this.runner = runner;
        this.autograder = autograder;
    }

    static Workplace open(Catalogue catalogue, @Nullable String secret, int slots, Duration timeout, boolean strict)
            throws IOException, InterruptedException {
        Seeds seeds = new Seeds(Secret.key(secret));
        String python = System.getProperty("stride.python", System.getenv("STRIDE_PYTHON"));
        Limits limits = Limits.DEFAULT.withWall(timeout);
        Setup setup = Setup.of(
                        python == null || python.isBlank() ? null : Path.of(python), strict ? Mode.STRICT : Mode.LOCAL)
                .withSlots(slots)
                .within(timeout.compareTo(Limits.DEFAULT.wall()) > 0 ? limits.withCpu(timeout) : limits);
        PythonRunner runner = PythonRunner.start(setup);
        try {
            await(runner);
        } catch (CommandException | InterruptedException e) {
            runner.close();
            throw e;
        }
        return new Workplace(runner, new Autograder(catalogue, seeds, runner, new Translations()));
    }

    Autograder autograder() {
        return autograder;
    }

    /** The layers of the sandbox that do not hold here, with what their probes found. */
    List<Layer> missingLayers() {
        Greeting greeting = runner.status().greeting();
        return greeting == null ? List.of() : greeting.confinement().missing();
    }

    @Override
    public void close() {
        runner.close();
    }

    /** Until the first process is ready; nothing is judged where none can be. */
    private static void await(PythonRunner runner) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            switch (runner.status().state()) {
                case State.Ready ready -> {
                    return;
                }
                case Unavailable reason -> throw new CommandException("Python cannot be run: " + reason.message());
                case State.Starting starting -> {
                    if (System.nanoTime() > end) {
                        throw new CommandException(
                                "Python has not started within " + PATIENCE.toSeconds() + " seconds");
                    }
                    Thread.sleep(5);
                }
            }
        }
    }
}
