package org.stride.exercise;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        YamlField entry = YamlField.read(file, text);
        entry.onlyHas("number", "helpers", "parameters", "returns", "deck", "editions");
        Map<String, String> defaults = new TreeMap<>();
        for (YamlField parameter : entry.get("parameters").items()) {
            if (parameter.has("default")) {
                defaults.put(
                        parameter.get("name").text(), parameter.get("default").text());
            }
        }
        return new CatalogueEntry(
                entry.get("number").integer(),
                entry.has("helpers")
                        ? entry.get("helpers").items().stream()
                                .map(YamlField::text)
                                .toList()
                        : List.of(),
                entry.get("parameters").items().stream()
                        .map(CatalogueEntry::parameter)
                        .toList(),
                defaults,
                entry.get("returns").items().stream()
                        .map(CatalogueEntry::parameter)
                        .toList(),
                entry.get("deck").items().stream().map(YamlField::text).toList(),
                entry.has("editions")
                        ? entry.get("editions").items().stream()
                                .map(CatalogueEntry::edition)
                                .toList()
                        : List.of());
    }

    private static Parameter parameter(YamlField field) {
        field.onlyHas("name", "axes", "type", "default", "parts");
        return new Parameter(
                field.get("name").text(),
                field.has("axes")
                        ? field.get("axes").items().stream()
                                .map(YamlField::text)
                                .toList()
                        : List.of(),
                field.has("axes") ? null : field.get("type").text(),
                field.has("parts")
                        ? field.get("parts").items().stream()
                                .map(CatalogueEntry::parameter)
                                .toList()
                        : List.of());
    }

    private static EditionFigure edition(YamlField field) {
        return new EditionFigure(
                field.get("year").integer(),
                field.get("case").text(),
                field.get("part").text(),
                field.get("mean").number());
    }
}
