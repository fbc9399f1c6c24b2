package org.stride.learner.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.stride.exercise.Catalogue;
import org.stride.learner.Edit;
import org.stride.learner.Work;
import org.stride.learner.file.BrokenWorkException.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Writes and reads the file that holds a learner's work. */
public final class WorkFile {
    /** The only one so far. */
    static final int FORMAT = 1;

    static final String APPLICATION = "Stride";

    /** The largest file that is read, in bytes. */
    public static final long MAX_BYTES = 50L << 20;

    /** A verdict's passages are the deepest part. */
    private static final int DEPTH = 8;

    private static final int LONGEST_NAME = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NAME)
                            .maxStringLength(Edit.MAX_LENGTH)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .build())
            // Half of a surrogate pair has no bytes of its own; written as an escape it arrives
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    /**
     * What a file holds.
     *
     * @param exportedAt when it was written
     * @param unknown exercises that are not known here; what belongs to them is not part of the work
     */
    public record Content(Work work, Instant exportedAt, Set<String> unknown) {
        public Content {
            unknown = Set.copyOf(unknown);
        }
    }

    private WorkFile() {}

    /** Never closes the stream. */
    public static void write(Work work, Instant now, OutputStream stream) throws IOException {
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.US_ASCII);
        try {
            JSON.writeValue(writer, WorkWriter.document(work, now));
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    /** Reads a file, all or nothing. */
    public static Content read(InputStream stream, Catalogue catalogue) throws BrokenWorkException, IOException {
        WorkDocument document;
        try {
            document = JSON.readValue(stream, WorkDocument.class);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (StreamConstraintsException e) {
            throw new BrokenWorkException(
                    e.getMessage() != null && e.getMessage().contains("Document length")
                            ? Problem.TOO_LARGE
                            : Problem.WRONG,
                    place(e));
        } catch (InputCoercionException e) {
            throw new BrokenWorkException(Problem.WRONG, place(e));
        } catch (StreamReadException e) {
            throw new BrokenWorkException(Problem.NOT_JSON, "");
        } catch (DatabindException e) {
            throw new BrokenWorkException(e.getPath().isEmpty() ? Problem.NOT_WORK : Problem.WRONG, place(e));
        }
        if (document == null || !APPLICATION.equals(document.application())) {
            throw new BrokenWorkException(Problem.NOT_WORK, "");
        }
        if (document.format() == null || document.format() != FORMAT) {
            throw new BrokenWorkException(Problem.OTHER_FORMAT, String.valueOf(document.format()));
        }
        return new WorkReader(catalogue).content(document);
    }

    /** As it is written in JavaScript; names that the file has made up are not repeated. */
    private static String place(JacksonException problem) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else if (name.matches("[A-Za-z]{1,30}")) {
                place.append(place.isEmpty() ? "" : ".").append(name);
            }
        }
        return place.toString();
    }
}
