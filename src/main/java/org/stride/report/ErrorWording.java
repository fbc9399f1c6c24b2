package org.stride.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stride.grading.Diagnosis;

/** Says what an exception is about, in the words of the exercise, and with the numbers of its message where they may be told. */
final class ErrorWording {
    private final Translator texts;

    ErrorWording(Translator texts) {
        this.texts = texts;
    }

    String sentence(Diagnosis.Raises raises) {
        String key = "raised." + raises.kind().name().toLowerCase(Locale.ROOT);
        return Joining.sentences(
                texts,
                raises.always() ? "" : texts.text("raised.sometimes"),
                texts.text(key),
                raises.details().isEmpty() ? "" : numbers(key, raises));
    }

    private String numbers(String key, Diagnosis.Raises raises) {
        Object[] details = raises.details().toArray();
        String sentence = texts.text(key + ".numbers", details);
        return switch (raises.kind()) {
            case PLACE, OPERANDS, IN_PLACE -> Joining.sentences(texts, sentence, shapes(raises.details()));
            case RESHAPE ->
                Joining.sentences(texts, sentence, reshaped(raises.details().get(1)));
            default -> sentence;
        };
    }

    /** In which axes two shapes do not fit. */
    private String shapes(List<String> details) {
        List<Integer> one = lengths(details.get(0)), other = lengths(details.get(1));
        if (one.contains(0) || other.contains(0)) {
            return texts.text("raised.shapes.empty");
        }
        if (one.size() != other.size()) {
            return texts.text("raised.shapes.axes", one.size(), other.size());
        }
        List<String> differences = new ArrayList<>();
        for (int axis = 0; axis < one.size(); axis++) {
            if (!one.get(axis).equals(other.get(axis))) {
                differences.add(texts.text("raised.shapes.axis", axis, one.get(axis), other.get(axis)));
            }
        }
        return texts.text("raised.shapes", Joining.list(texts, differences));
    }

    private String reshaped(String shape) {
        List<Integer> lengths = lengths(shape);
        return lengths.contains(-1)
                ? ""
                : texts.text("raised.reshape.holds", lengths.stream().reduce(1, (a, b) -> a * b));
    }

    private static List<Integer> lengths(String shape) {
        return Arrays.stream(shape.split("[^-\\d]+"))
                .filter(length -> !length.isEmpty())
                .map(Integer::parseInt)
                .toList();
    }
}
