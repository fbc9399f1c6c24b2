package org.stride.report.format;

import org.stride.report.FileReport;
import org.stride.report.FunctionReport;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Records as JSON: the same bytes on every machine, every component there, and nothing in it that a terminal would obey. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule()
                    .addSerializer(double.class, new Plain())
                    .addSerializer(Double.class, new Plain()))
            .addMixIn(FileReport.class, Timed.class)
            .addMixIn(FunctionReport.class, Timed.class)
            .build();

    private Json() {}

    /** Over several lines, for people. */
    static String pretty(Object value) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return visible(MAPPER.writer()
                .with(new DefaultPrettyPrinter(separators).withObjectIndenter(lines))
                .writeValueAsString(value));
    }

    /** In one line, without its end. */
    static String line(Object value) {
        return visible(MAPPER.writeValueAsString(value));
    }

    /** Outside of strings there is nothing to escape but the line breaks of {@link #pretty}, which stay. */
    private static String visible(String json) {
        StringBuilder visible = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c == '\n' || !Visible.isObeyed(c)) {
                visible.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    visible.append(String.format("\\u%04X", (int) unit));
                }
            }
        });
        return visible.toString();
    }

    /** Times are told in milliseconds, the rest as it is. */
    interface Timed {
        @JsonSerialize(using = Milliseconds.class)
        double seconds();
    }

    private static final class Plain extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(Numbers.exact(value));
        }
    }

    static final class Milliseconds extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(Numbers.milliseconds(value));
        }
    }
}
