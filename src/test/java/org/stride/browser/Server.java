package org.stride.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stride.PythonListings;
import org.stride.StrideApplication;

/** The packaged application, running as {@code ./stride serve} runs it, on a free port of this machine. */
final class Server implements AutoCloseable {
    private static final String WELCOME = "Stride: ";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The packaged application beside its libraries, as Java's options name it. */
    static final List<String> APART = List.of("-jar", String.valueOf(System.getProperty("stride.apart")));

    private static @Nullable Server shared;

    private final Process process;
    private final String address;
    private boolean lasting;

    private Server(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** With a Python. Classes whose learners leave each other alone share it: it ends with all tests, not with one class. */
    static synchronized Server shared() {
        Server running = shared;
        if (running == null) {
            running = startWithPython("--stride.slots=2");
            running.lasting = true;
            Runtime.getRuntime().addShutdownHook(new Thread(running.process::destroy));
            shared = running;
        }
        return running;
    }

    /** Starts the jar with the Python of the tests, or skips the calling test if there is none. */
    static Server startWithPython(String... options) {
        return start(withPython(List.of(options)));
    }

    /** The same on a data folder and a port that outlive it. */
    static Server startWithPython(Path data, int port) {
        return launched(withPython(List.of("--server.port=" + port, "--stride.data=" + data)));
    }

    /** Starts the jar on a data folder that outlives it. */
    static Server on(Path data, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--server.port=0");
        arguments.add("--stride.data=" + data);
        return launched(arguments.toArray(String[]::new));
    }

    private static String[] withPython(List<String> options) {
        Path python = PythonListings.assumeInstalled();
        List<String> arguments = new ArrayList<>(options);
        arguments.add("--stride.python=" + python.toAbsolutePath());
        return arguments.toArray(String[]::new);
    }

    /** The one jar that holds everything. */
    static Server ofOneJar(Path data) {
        return launched(
                List.of("-jar", String.valueOf(System.getProperty("stride.jar"))),
                "--server.port=0",
                "--stride.data=" + data);
    }

    /** Starts the jar and waits for its line of welcome. */
    static Server start(String... options) {
        try {
            return on(Files.createTempDirectory("stride-data"), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the jar with a folder of classes besides its own. */
    static Server startWith(Path classes) {
        try {
            Path data = Files.createTempDirectory("stride-data");
            return launched(
                    List.of("-cp", APART.getLast() + File.pathSeparator + classes, StrideApplication.class.getName()),
                    "--server.port=0",
                    "--stride.data=" + data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Server launched(String... arguments) {
        return launched(APART, arguments);
    }

    private static Server launched(List<String> what, String... arguments) {
        try {
            Process process = launch(what, arguments);
            BufferedReader output = process.inputReader();
            List<String> lines = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (line.startsWith(WELCOME)) {
                    return new Server(process, line.substring(WELCOME.length()).replaceFirst("/$", ""));
                }
            }
            throw new IllegalStateException("The server ended without a welcome: " + String.join("\n", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the jar, or whatever else Java's own options name, with these arguments until it ends by itself. */
    static Ended runToTheEnd(List<String> what, String... arguments) throws IOException, InterruptedException {
        Process process = launch(what, arguments);
        // The output is a few lines, which the pipe holds until the process has ended.
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The server was still up after " + PATIENCE);
        }
        try (BufferedReader output = process.inputReader()) {
            return new Ended(process.exitValue(), output.lines().toList());
        }
    }

    private static Process launch(List<String> what, String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command =
                new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
        command.addAll(what);
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Without a slash at its end. */
    String address() {
        return address;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** As the power takes it: it writes nothing down any more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (lasting) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    record Ended(int exitCode, List<String> output) {}
}
