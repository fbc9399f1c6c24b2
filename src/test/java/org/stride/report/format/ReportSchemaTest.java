package org.stride.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.Place;
import org.stride.report.format.JsonFormat.Layout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema says what the records say, no more and no less. */
class ReportSchemaTest {
    private static final JsonNode SCHEMA = read("/org/stride/report/report.schema.json");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema VALIDATOR = REGISTRY.getSchema(SCHEMA);

    private static final Map<String, Class<? extends Record>> RECORDS = Map.of(
            "file_report", FileReport.class,
            "function_report", FunctionReport.class,
            "count", FunctionReport.Count.class,
            "first_difference", FunctionReport.FirstDifference.class,
            "blame_report", FunctionReport.BlameReport.class,
            "place", Place.class,
            "finding", Finding.class,
            "environment", FileReport.Environment.class);

    private static final Map<Class<?>, List<String>> TYPES = Map.of(
            String.class, List.of("string"),
            double.class, List.of("number"),
            int.class, List.of("integer"),
            Integer.class, List.of("integer"),
            boolean.class, List.of("boolean"),
            List.class, List.of("array"));

    private static JsonNode read(String resource) {
        try (InputStream stream = ReportSchemaTest.class.getResourceAsStream(resource)) {
            return JsonMapper.shared().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<BrokenReport> broken() {
        return BrokenReport.all();
    }

    static Stream<RecordComponent> components() {
        return RECORDS.values().stream().flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everySampleIsValid(Layout layout) {
        for (FileReport report : SampleReports.all()) {
            JsonNode json = JsonMapper.shared().readTree(Written.by(new JsonFormat(layout), report));

            assertThat(VALIDATOR.validate(json)).as(report.file()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void oneThingWrongIsEnough(BrokenReport broken) {
        assertThat(VALIDATOR.validate(broken.node())).isNotEmpty();
    }

    @Test
    void theSchemaIsASchema() {
        JsonNode meta = JsonMapper.shared().readTree("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}");

        assertThat(REGISTRY.getSchema(meta).validate(SCHEMA)).isEmpty();
        assertThat(SCHEMA.get("$id").asString()).startsWith("urn:");
    }

    @Test
    void everyObjectIsARecordWithTheSameKeysInTheSameOrder() {
        assertThat(SCHEMA.get("$defs")
                        .propertyStream()
                        .filter(definition -> definition.getValue().has("properties"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(RECORDS.keySet());
        RECORDS.forEach((name, type) -> {
            JsonNode definition = SCHEMA.at("/$defs/" + name);
            List<String> keys = Arrays.stream(type.getRecordComponents())
                    .map(component -> snakeCase(component.getName()))
                    .toList();

            assertThat(definition.get("properties").propertyNames()).as(name).containsExactlyElementsOf(keys);
            assertThat(definition.get("required").valueStream().map(JsonNode::asString))
                    .as(name)
                    .containsExactlyElementsOf(keys);
            assertThat(definition.get("additionalProperties").asBoolean())
                    .as(name)
                    .isFalse();
            assertThat(definition.get("type").asString()).as(name).isEqualTo("object");
        });
    }

    @Test
    void everyKeyIsDescribedInASentence() {
        RECORDS.keySet()
                .forEach(name -> SCHEMA.at("/$defs/" + name + "/properties")
                        .properties()
                        .forEach(key -> assertThat(
                                        key.getValue().get("description").asString())
                                .as("%s of %s", key.getKey(), name)
                                .matches("(?s)[A-Za-z].*\\.")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("components")
    void aKeyMayBeNullWhereItsComponentMay(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);

        assertThat(types(property(component)).contains("null")).isEqualTo(nullable);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("components")
    void aKeyHasTheTypeOfItsComponent(RecordComponent component) {
        Class<?> type = component.getType();
        JsonNode property = property(component);
        if (type.isEnum()) {
            assertThat(resolved(property).get("enum").valueStream().map(JsonNode::asString))
                    .containsExactlyElementsOf(Arrays.stream(type.getEnumConstants())
                            .map(value -> written((Enum<?>) value))
                            .toList());
        } else if (type.isRecord()) {
            assertThat(references(property)).contains("#/$defs/" + snakeCase(type.getSimpleName()));
        } else {
            assertThat(types(property)).containsAll(TYPES.get(type));
            assertThat(types(property)).hasSizeLessThanOrEqualTo(2);
        }
    }

    private static JsonNode property(RecordComponent component) {
        return SCHEMA.at("/$defs/" + snakeCase(component.getDeclaringRecord().getSimpleName()) + "/properties/"
                + snakeCase(component.getName()));
    }

    /** The types that a property allows; an object's is that of its definition. */
    private static List<String> types(JsonNode property) {
        if (property.has("anyOf")) {
            return property.get("anyOf")
                    .valueStream()
                    .flatMap(one -> types(one).stream())
                    .toList();
        }
        JsonNode type = resolved(property).path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString).toList()
                : type.isMissingNode() ? List.of() : List.of(type.asString());
    }

    private static JsonNode resolved(JsonNode property) {
        return property.has("$ref") ? SCHEMA.at(property.get("$ref").asString().substring(1)) : property;
    }

    private static List<String> references(JsonNode property) {
        return property.findValuesAsString("$ref");
    }

    private static String written(Enum<?> value) {
        try {
            return value.getDeclaringClass()
                    .getField(value.name())
                    .getAnnotation(JsonProperty.class)
                    .value();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
