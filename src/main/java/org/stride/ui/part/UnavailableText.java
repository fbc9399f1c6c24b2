package org.stride.ui.part;

import com.vaadin.flow.component.Component;
import java.nio.file.Path;
import java.util.List;
import org.stride.python.Confinement.Layer;
import org.stride.python.Unavailable;
import org.stride.report.Joining;

/** Why no code can be run, and how to mend it, in a few friendly words. */
public final class UnavailableText {
    private static final int LONGEST = 400;

    private UnavailableText() {}

    /** Text with code in backticks, in the language of the page that the component is on. */
    public static String of(Component page, Unavailable reason) {
        return switch (reason) {
            case Unavailable.NoPython(Path named) ->
                named == null
                        ? page.getTranslation("unavailable.no_python")
                        : page.getTranslation("unavailable.no_such_python", plain(named.toString()));
            case Unavailable.UnfitPython(String found, String needed) ->
                page.getTranslation("unavailable.unfit", plain(found), needed);
            case Unavailable.LayersMissing(List<Layer> layers) ->
                page.getTranslation(
                        "unavailable.layers",
                        Joining.list(
                                page::getTranslation,
                                layers.stream().map(Layer::name).toList()));
            case Unavailable.Broken(String message) -> page.getTranslation("unavailable.broken", plain(message));
        };
    }

    private static String plain(String text) {
        String line = text.strip().replace('`', '\'');
        return line.length() <= LONGEST ? line : "…" + line.substring(line.length() - LONGEST);
    }
}
