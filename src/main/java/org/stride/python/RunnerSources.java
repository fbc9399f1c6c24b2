package org.stride.python;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A private folder with the runner’s Python sources and an empty one to run in, only there until a server has started. */
final class RunnerSources implements AutoCloseable {
    /** Everything in {@code src/main/python/stride_runner}. */
    static final List<String> FILES = List.of(
            "__init__.py",
            "confine.py",
            "doorman.py",
            "drawing.py",
            "editing.py",
            "modules.py",
            "outline.py",
            "repair.py",
            "runner.py",
            "statements.py",
            "submission.py",
            "together.py",
            "unsolved.py",
            "values.py",
            "versions.py",
            "watch.py");

    private static final String PACKAGE = "stride_runner";

    private final Path folder;

    private RunnerSources(Path folder) {
        this.folder = folder;
    }

    static RunnerSources unpack() throws IOException {
        RunnerSources sources = new RunnerSources(Files.createTempDirectory("stride-runner"));
        try {
            Files.createDirectories(sources.emptyFolder());
            Path target = Files.createDirectories(sources.pythonPath().resolve(PACKAGE));
            for (String file : FILES) {
                copy("/" + PACKAGE + "/" + file, target.resolve(file));
            }
            return sources;
        } catch (IOException e) {
            sources.close();
            throw e;
        }
    }

    Path pythonPath() {
        return folder.resolve("code");
    }

    Path emptyFolder() {
        return folder.resolve("empty");
    }

    Path errors() {
        return folder.resolve("errors.txt");
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = RunnerSources.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            Files.copy(in, target);
        }
    }
}
