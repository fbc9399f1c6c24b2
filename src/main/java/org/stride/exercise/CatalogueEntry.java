package org.stride.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What an {@code exercise.yaml} says, checked; a fault names file and field. */
record CatalogueEntry(
        int number,
        List<String> helpers,
        List<Parameter> parameters,
        Map<String, String> defaults,
        List<Parameter> returns,
        List<String> deck,
        List<EditionFigure> editions) {

    static CatalogueEntry parse(String file, String text) {
        try {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Field entry = new Field(file, "", root);
            entry.onlyHas("number", "helpers", "parameters", "returns", "deck", "editions");
            Map<String, String> defaults = new TreeMap<>();
            for (Field parameter : entry.get("parameters").items()) {
                if (parameter.has("default")) {
                    defaults.put(
                            parameter.get("name").text(),
                            parameter.get("default").text());
                }
            }
            return new CatalogueEntry(
                    entry.get("number").integer(),
                    entry.has("helpers")
                            ? entry.get("helpers").items().stream()
                                    .map(Field::text)
                                    .toList()
                            : List.of(),
                    entry.get("parameters").items().stream()
                            .map(CatalogueEntry::parameter)
                            .toList(),
                    defaults,
                    entry.get("returns").items().stream()
                            .map(CatalogueEntry::parameter)
                            .toList(),
                    entry.get("deck").items().stream().map(Field::text).toList(),
                    entry.has("editions")
                            ? entry.get("editions").items().stream()
                                    .map(CatalogueEntry::edition)
                                    .toList()
                            : List.of());
        } catch (YAMLException e) {
            throw new CatalogueException(file, "the whole file", "is not YAML: " + e.getMessage());
        }
    }

    private static Parameter parameter(Field field) {
        field.onlyHas("name", "axes", "type", "default", "parts");
        return new Parameter(
                field.get("name").text(),
                field.has("axes")
                        ? field.get("axes").items().stream().map(Field::text).toList()
                        : List.of(),
                field.has("axes") ? null : field.get("type").text(),
                field.has("parts")
                        ? field.get("parts").items().stream()
                                .map(CatalogueEntry::parameter)
                                .toList()
                        : List.of());
    }

    private static EditionFigure edition(Field field) {
        return new EditionFigure(
                field.get("year").integer(),
                field.get("case").text(),
                field.get("part").text(),
                field.get("mean").number());
    }

    /** A value of the file, with the path by which a message names it. */
    private record Field(String file, String path, @Nullable Object value) {
        boolean has(String key) {
            return value instanceof Map<?, ?> map && map.containsKey(key);
        }

        /** A key that nobody reads is a slip, such as a comma in a text without quotes. */
        void onlyHas(String... keys) {
            if (value instanceof Map<?, ?> map) {
                for (Object key : map.keySet()) {
                    if (!List.of(keys).contains(key)) {
                        throw new CatalogueException(
                                file, path.isEmpty() ? key.toString() : path + "." + key, "is not known");
                    }
                }
            }
        }

        Field get(String key) {
            if (!(value instanceof Map<?, ?> map)) {
                throw expected("a mapping");
            }
            Field field = new Field(file, path.isEmpty() ? key : path + "." + key, map.get(key));
            if (!map.containsKey(key)) {
                throw new CatalogueException(file, field.path, "is missing");
            }
            return field;
        }

        List<Field> items() {
            if (!(value instanceof List<?> list) || list.isEmpty()) {
                throw expected("a list of one or more");
            }
            List<Field> items = new ArrayList<>();
            for (Object item : list) {
                items.add(new Field(file, path + "[" + items.size() + "]", item));
            }
            return items;
        }

        String text() {
            if (!(value instanceof String text) || text.isBlank()) {
                throw expected("a text");
            }
            return text;
        }

        int integer() {
            if (!(value instanceof Integer number)) {
                throw expected("a whole number");
            }
            return number;
        }

        double number() {
            if (!(value instanceof Number number)) {
                throw expected("a number");
            }
            return number.doubleValue();
        }

        private CatalogueException expected(String what) {
            return new CatalogueException(
                    file, path.isEmpty() ? "the whole file" : path, "must be " + what + ", got " + value);
        }
    }
}
