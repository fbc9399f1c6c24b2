package org.stride.rest;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stride.report.FileReport;
import org.stride.report.Translator;
import org.stride.report.format.Formats;
import tools.jackson.databind.json.JsonMapper;

/** Answers with reports. */
@Component
final class Reports {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Translator texts;
    private final JsonMapper json;

    Reports(Translator texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    static MediaType type(Formats format) {
        return switch (format) {
            case JSON, GRADESCOPE -> MediaType.APPLICATION_JSON;
            case TEXT -> TEXT;
            case JUNIT -> MediaType.APPLICATION_XML;
            case CSV -> CSV;
        };
    }

    ResponseEntity<byte[]> answer(FileReport report, Formats format) {
        return answer(type(format), write(report, format));
    }

    /** Of a report on one function, that function’s part. */
    ResponseEntity<byte[]> answerFunction(FileReport report) {
        String function = json.readTree(write(report, Formats.JSON))
                .required("functions")
                .required(0)
                .toPrettyString();
        return answer(MediaType.APPLICATION_JSON, function + "\n");
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String text) {
        return ResponseEntity.ok().contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String write(FileReport report, Formats format) {
        StringWriter text = new StringWriter();
        try {
            format.create(texts, Formats.Look.PLAIN).write(List.of(report), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
