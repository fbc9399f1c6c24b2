package org.stride.ui.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Exercise;
import org.stride.grading.file.Outline;
import org.stride.grading.file.Program;
import org.stride.grading.file.TakenApart;
import org.stride.notebook.SourceFile;
import org.stride.notebook.SourceFiles;

/**
 * Finds functions where no Python is there to take the file apart: by how their first lines look. What a function needs from
 * elsewhere in the file does not come along.
 */
final class PlainReading {
    private static final Pattern DEFINITION = Pattern.compile("^def (\\w+)\\s*\\(", Pattern.MULTILINE);

    private static final Pattern AT_THE_MARGIN = Pattern.compile("^[^\\s)]", Pattern.MULTILINE);

    private PlainReading() {}

    static TakenApart read(SourceFile file, Catalogue catalogue) {
        Map<String, Outline.Function> functions = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (int place = 0; place < file.cells().size(); place++) {
            String source = file.cells().get(place).source();
            List<String> names = new ArrayList<>();
            Matcher definitions = DEFINITION.matcher(source);
            while (definitions.find()) {
                String name = definitions.group(1);
                if (catalogue.find(name).isPresent()) {
                    names.add(name);
                    String text = block(source, definitions.start());
                    boolean unsolved = isStarter(text, catalogue.get(name));
                    functions.put(
                            name,
                            new Outline.Function(
                                    name,
                                    new Outline.Origin(place, 0),
                                    unsolved,
                                    new Program("", List.of(), List.of())));
                    texts.put(name, text);
                }
            }
            if (names.size() == 1 && !isStarter(source, catalogue.get(names.getFirst()))) {
                // A cell for itself: what stands around the function belongs to it
                texts.put(names.getFirst(), source.strip() + "\n");
            }
        }
        return new TakenApart(new Outline(List.copyOf(functions.values()), List.of(), List.of(), List.of()), texts);
    }

    private static boolean isStarter(String text, Exercise exercise) {
        return SourceFiles.asRead(text)
                .strip()
                .equals(SourceFiles.asRead(exercise.worksheet().starter()).strip());
    }

    /** From a definition to the next line at the margin; a parenthesis there belongs to it still. */
    private static String block(String source, int start) {
        Matcher next = AT_THE_MARGIN.matcher(source);
        int end = next.find(start + 1) ? next.start() : source.length();
        return source.substring(start, end).strip() + "\n";
    }
}
