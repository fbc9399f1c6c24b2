package org.stride.notebook;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.stride.PythonListings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Python with NumPy that runs notebooks without Jupyter, one process for many. */
final class PythonCells implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    /** What came of a cell; {@code error} is empty if it did not raise. */
    record Outcome(String stdout, String stderr, String error) {
        boolean raised() {
            return !error.isEmpty();
        }
    }

    private PythonCells(Process process) {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts the process, or skips the calling test if there is no Python to start. */
    static PythonCells start() {
        Path python = PythonListings.assumeInstalled();
        try {
            return new PythonCells(new ProcessBuilder(python.toString(), "-B", "src/test/python/run_cells.py")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Outcome> run(List<String> sources) {
        try {
            requests.write(JSON.writeValueAsString(sources));
            requests.newLine();
            requests.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the Python process ended (see stderr)");
            }
            List<Outcome> outcomes = new ArrayList<>();
            JSON.readTree(answer)
                    .forEach(outcome -> outcomes.add(new Outcome(
                            outcome.get("stdout").asString(),
                            outcome.get("stderr").asString(),
                            text(outcome.get("error")))));
            return outcomes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outcomes of a notebook's cells of code by their ids. */
    SequencedMap<String, Outcome> run(Notebook notebook) {
        List<Cell> code = notebook.cells().stream().filter(Cell::isCode).toList();
        List<Outcome> outcomes = run(code.stream().map(Cell::source).toList());
        SequencedMap<String, Outcome> byId = new LinkedHashMap<>();
        for (int place = 0; place < code.size(); place++) {
            byId.put(code.get(place).id(), outcomes.get(place));
        }
        return byId;
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asString();
    }

    @Override
    public void close() {
        try {
            requests.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroy();
        }
    }
}
