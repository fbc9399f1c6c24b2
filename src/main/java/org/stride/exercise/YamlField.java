package org.stride.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A value of a YAML file, with the path by which a message names it. */
record YamlField(String file, String path, @Nullable Object value) {
    /** The whole of a file. */
    static YamlField read(String file, String text) {
        try {
            return new YamlField(file, "", new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (YAMLException e) {
            throw new CatalogueException(file, "the whole file", "is not YAML: " + e.getMessage());
        }
    }

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

    YamlField get(String key) {
        if (!(value instanceof Map<?, ?> map)) {
            throw expected("a mapping");
        }
        YamlField field = new YamlField(file, path.isEmpty() ? key : path + "." + key, map.get(key));
        if (!map.containsKey(key)) {
            throw new CatalogueException(file, field.path, "is missing");
        }
        return field;
    }

    List<YamlField> items() {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw expected("a list of one or more");
        }
        List<YamlField> items = new ArrayList<>();
        for (Object item : list) {
            items.add(new YamlField(file, path + "[" + items.size() + "]", item));
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

    CatalogueException expected(String what) {
        return new CatalogueException(
                file, path.isEmpty() ? "the whole file" : path, "must be " + what + ", got " + value);
    }
}
