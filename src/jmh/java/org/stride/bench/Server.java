package org.stride.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stride itself, started from its jar on a free port, with a data folder of its own. */
final class Server implements AutoCloseable {
    private static final Pattern WELCOME = Pattern.compile("Stride: http://localhost:(\\d+)/");

    private final Process process;
    private final URI address;
    private final Duration startTime;

    private Server(Process process, URI address, Duration startTime) {
        this.process = process;
        this.address = address;
        this.startTime = startTime;
    }

    /** Comes back when the first page was answered. */
    static Server start(Setup setup, List<String> options) throws IOException {
        return start(setup, options, Files.createTempDirectory("stride-data"));
    }

    /** The same with a data folder that has something in it. */
    static Server start(Setup setup, List<String> options, Path data) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-jar",
                setup.jar().toString(),
                "--server.port=0",
                "--stride.data=" + data));
        if (setup.python() != null) {
            command.add("--stride.python=" + setup.python());
        }
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        URI address = address(process.inputReader(StandardCharsets.UTF_8));
        int status = ((HttpURLConnection) address.toURL().openConnection()).getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IOException("the server answered " + status);
        }
        return new Server(process, address, Duration.ofNanos(System.nanoTime() - start));
    }

    private static URI address(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher welcome = WELCOME.matcher(line);
            if (welcome.find()) {
                return URI.create("http://127.0.0.1:" + welcome.group(1) + "/");
            }
        }
        throw new IOException("the server did not start");
    }

    URI address() {
        return address;
    }

    /** From the command to the first answered page. */
    Duration startTime() {
        return startTime;
    }

    /** The time that it had of all processors: other than {@link #startTime}, it hardly depends on what else they do. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What it holds of the machine's memory. */
    long residentBytes() throws IOException, MissingException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            throw new MissingException("only a system with /proc tells it");
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** What the JVM's own tool says to a command such as {@code GC.heap_info}. */
    String command(String words) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        words)
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
