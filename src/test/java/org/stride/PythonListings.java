package org.stride;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.stride.array.DType;
import org.stride.array.NdArray;
import org.stride.array.Shape;
import org.stride.array.Value;
import org.stride.array.Value.Scalar;
import org.stride.exercise.Arguments;
import org.stride.python.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Python with NumPy that runs listings for tests, one process for many calls.
 *
 * <pre>{@code
 * try (PythonListings python = PythonListings.start()) {
 *     Arguments arguments = Arguments.none().with("X", x).with("pad", Scalar.of(2));
 *     switch (python.run("zero_pad", listing, arguments)) {
 *         case Outcome.Returned(Value value) -> …
 *         case Outcome.Raised(String type, String message) -> … // "ValueError", "negative dimensions are not allowed"
 *     }
 * }
 * }</pre>
 *
 * <p>A listing is the text of a function definition under the notebook's name. In its scope are {@code np} and the
 * other exercises' functions, by the listings of {@link #HELPERS}. Arguments are passed in their order. A marker such
 * as {@code #:} is a comment to Python and may stay.
 *
 * <p>The interpreter is the system property {@code stride.python}, else the environment's {@code STRIDE_PYTHON}, else
 * {@code .stride/python/bin/python}. Where there is none, {@link #start} skips the test.
 */
public final class PythonListings implements AutoCloseable {
    /** The strategy of each exercise that stands in for it when another exercise's listing calls it. */
    public static final Map<String, String> HELPERS = Map.of(
            "zero_pad", "np_pad",
            "conv_single_step", "multiply_and_sum",
            "conv_forward", "four_loops",
            "pool_forward", "four_loops",
            "create_mask_from_window", "compare_with_max",
            "distribute_value", "full");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;
    private final String numpyVersion;

    private PythonListings(Process process) throws IOException {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        String hello = answers.readLine();
        Assumptions.assumeTrue(hello != null, "skipped: this Python did not start with NumPy (see stderr)");
        this.numpyVersion = JSON.readTree(hello).get("numpy").asString();
    }

    /** Starts the process, or skips the calling test if there is no Python to start. */
    public static PythonListings start() {
        Path python = assumeInstalled();
        try {
            return new PythonListings(new ProcessBuilder(python.toString(), "-B", "src/test/python/run_listings.py")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String numpyVersion() {
        return numpyVersion;
    }

    /** Defines the listing and calls the function with the arguments in their order. */
    public Outcome run(String function, String listing, Arguments arguments) {
        JsonNode answer = ask(function, listing, arguments, false);
        return answer.has("error") ? raised(answer.get("error")) : new Outcome.Returned(decode(answer.get("value")));
    }

    /** The multiplications of elements that NumPy performs during the same call, those in helpers included. */
    public long multiplications(String function, String listing, Arguments arguments) {
        JsonNode answer = ask(function, listing, arguments, true);
        if (answer.has("error")) {
            throw new IllegalArgumentException(function + ": " + raised(answer.get("error")));
        }
        return answer.get("multiplications").asLong();
    }

    /** The listing of a strategy, {@code exercises/<exercise>/listings/<strategy>.py} on the class path. */
    public static String listing(String exercise, String strategy) {
        String resource = "/exercises/" + exercise + "/listings/" + strategy + ".py";
        try (InputStream stream = PythonListings.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("listing: no resource " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The interpreter; without one the calling test is skipped. */
    public static Path assumeInstalled() {
        Path python = python();
        Assumptions.assumeTrue(
                Files.isExecutable(python),
                () -> "skipped: no Python with NumPy at " + python
                        + "; set -Dstride.python or STRIDE_PYTHON, or let ./stride make .stride/python");
        return python;
    }

    /** The interpreter, whether it is there or not. */
    public static Path python() {
        return Stream.of(System.getProperty("stride.python"), System.getenv("STRIDE_PYTHON"))
                .filter(place -> place != null && !place.isBlank())
                .map(Path::of)
                .findFirst()
                .orElse(Path.of(".stride/python/bin/python"));
    }

    private JsonNode ask(String function, String listing, Arguments arguments, boolean count) {
        List<String> helpers = HELPERS.entrySet().stream()
                .filter(helper -> !helper.getKey().equals(function))
                .map(helper -> listing(helper.getKey(), helper.getValue()))
                .toList();
        List<Map<String, Object>> values =
                arguments.values().values().stream().map(PythonListings::encode).toList();
        String request = JSON.writeValueAsString(Map.of(
                "function", function, "listing", listing, "helpers", helpers, "arguments", values, "count", count));
        try {
            requests.write(request);
            requests.newLine();
            requests.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException(function + ": the Python process ended (see stderr)");
            }
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome.Raised raised(JsonNode error) {
        return new Outcome.Raised(
                error.get("type").asString(), error.get("message").asString());
    }

    private static Map<String, Object> encode(Value value) {
        return switch (value) {
            case NdArray array ->
                Map.of(
                        "array", array.dtype().numpyName(),
                        "shape", array.shape().lengths(),
                        "data", encode(array.toArray()));
            case Scalar scalar -> Map.of("scalar", scalar.type().pythonName(), "data", encode(scalar.value()));
            case Value.Text text -> Map.of("text", text.value());
            case Value.Tuple tuple ->
                Map.of(
                        tuple.list() ? "list" : "tuple",
                        tuple.parts().stream().map(PythonListings::encode).toList());
            case Value.Dictionary dictionary ->
                Map.of(
                        "dict",
                        dictionary.entries().entrySet().stream()
                                .map(entry -> List.of(entry.getKey(), encode(entry.getValue())))
                                .toList());
            case Value.None none -> Map.of("none", true);
            case Value.Other other -> throw new IllegalArgumentException("cannot be sent to Python: " + other);
        };
    }

    private static String encode(double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static double[] numbers(JsonNode node) {
        byte[] bytes = Base64.getDecoder().decode(node.get("data").asString());
        double[] numbers = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
        return numbers;
    }

    private static Value decode(JsonNode node) {
        String kind = node.propertyNames().iterator().next();
        JsonNode content = node.get(kind);
        return switch (kind) {
            case "array" -> NdArray.of(dtype(content.asString()), shape(node.get("shape")), numbers(node));
            case "scalar" -> new Scalar(numbers(node)[0], scalarType(content.asString()));
            case "text" -> new Value.Text(content.asString());
            case "tuple", "list" -> new Value.Tuple(parts(content), kind.equals("list"));
            case "dict" -> {
                SequencedMap<String, Value> entries = new LinkedHashMap<>();
                content.forEach(entry -> entries.put(entry.get(0).asString(), decode(entry.get(1))));
                yield new Value.Dictionary(entries);
            }
            case "none" -> Value.NONE;
            case "other" -> new Value.Other(content.asString());
            default -> throw new IllegalStateException("not a value: " + node);
        };
    }

    private static List<Value> parts(JsonNode content) {
        List<Value> parts = new ArrayList<>();
        content.forEach(part -> parts.add(decode(part)));
        return parts;
    }

    private static Shape shape(JsonNode lengths) {
        return Shape.of(IntStream.range(0, lengths.size())
                .map(axis -> lengths.get(axis).asInt())
                .toArray());
    }

    private static DType dtype(String name) {
        return Stream.of(DType.values())
                .filter(dtype -> dtype.numpyName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Scalar.Type scalarType(String name) {
        return Stream.of(Scalar.Type.values())
                .filter(type -> type.pythonName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
