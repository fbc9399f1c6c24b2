package org.stride.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

/** Makes notebooks with whatever the format allows, and with what a later one might. */
final class NotebookGenerator {
    private static final String[] PIECES = {
        "a",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\"",
        "\\",
        "é",
        "漢",
        "😀",
        "\ud83d",
        "\ude00",
        "\u0000",
        "\u001b[0m",
        "\u2028",
        "\f",
        "/",
        "\u007f",
        "\uFEFF",
        " ",
        "print(1)\n"
    };
    private static final String[] NUMBERS = {
        "0", "-1", "1.5", "1e-05", "NaN", "Infinity", "-0.0", "12345678901234567890"
    };

    private final Random random;

    NotebookGenerator(long seed) {
        random = new Random(seed);
    }

    Notebook notebook() {
        List<Cell> cells = new ArrayList<>();
        for (int count = random.nextInt(8); count > 0; count--) {
            cells.add(cell());
        }
        return new Notebook(random.nextInt(8), fields(3), cells, fields(2));
    }

    private Cell cell() {
        String type = pick("code", "markdown", "raw", "code");
        Json.Fields rest = fields(2);
        if (type.equals("code") && random.nextBoolean()) {
            rest = rest.with("outputs", new Json.Items(List.of(fields(4), fields(1))));
        }
        return new Cell(type, pick(null, "a", "b", "cell-2", "no id", text()), text(), fields(3), rest);
    }

    private Json.Fields fields(int depth) {
        SequencedMap<String, Json> values = new LinkedHashMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            // The prefix keeps them apart from what the format knows.
            values.put("x" + text(), value(depth));
        }
        return new Json.Fields(values);
    }

    private Json value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Json.Text(text());
            case 1 -> new Json.Numeral(pick(NUMBERS));
            case 2 -> new Json.Truth(random.nextBoolean());
            case 3 -> Json.Nothing.NULL;
            case 4 -> new Json.Items(List.of(value(depth - 1), value(depth - 1)));
            default -> fields(depth - 1);
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(6); count > 0; count--) {
            text.append(pick(PIECES));
        }
        return text.toString();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
