package org.stride.report;

import java.nio.file.Path;
import java.util.List;
import org.stride.python.Confinement.Layer;
import org.stride.python.Unavailable;

/** Says why no code can be run, and how to mend it, in a few friendly words. Code stands in backticks. */
public final class UnavailableWording {
    private static final int LONGEST = 400;

    private final Translator texts;

    public UnavailableWording(Translator texts) {
        this.texts = texts;
    }

    public String sentence(Unavailable reason) {
        return switch (reason) {
            case Unavailable.NoPython(Path named) ->
                named == null
                        ? texts.text("unavailable.no_python")
                        : texts.text("unavailable.no_such_python", plain(named.toString()));
            case Unavailable.UnfitPython unfit -> texts.text("unavailable.unfit", found(plain(unfit.found())));
            case Unavailable.LayersMissing(List<Layer> layers) ->
                texts.text(
                        "unavailable.layers",
                        Joining.list(texts, layers.stream().map(Layer::name).toList()));
            case Unavailable.Broken(String message) -> texts.text("unavailable.broken", plain(message));
        };
    }

    private String found(String found) {
        return found.endsWith(Unavailable.WITHOUT_NUMPY)
                ? texts.text(
                        "unavailable.without_numpy",
                        found.substring(0, found.length() - Unavailable.WITHOUT_NUMPY.length()))
                : found;
    }

    private static String plain(String text) {
        String line = text.strip().replace('`', '\'');
        return line.length() <= LONGEST ? line : "…" + line.substring(line.length() - LONGEST);
    }
}
