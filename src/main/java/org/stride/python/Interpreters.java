package org.stride.python;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a Python may be: the one that was named, or else {@code python3} and {@code python} in the folders of the PATH. */
final class Interpreters {
    private final @Nullable Path named;
    private final String path;

    /** Started well before, so it is tried first. */
    private volatile @Nullable Path known;

    Interpreters(@Nullable Path named, @Nullable String path) {
        this.named = named;
        this.path = path == null ? "" : path;
    }

    /**
     * Starts a server on the first interpreter that is fit for it.
     *
     * @throws IOException why it is not the first one, if none is
     */
    Server start(ScheduledExecutorService watchdog) throws IOException {
        IOException first = null;
        for (Path candidate : candidates()) {
            try {
                Server server = Server.start(candidate, watchdog);
                known = candidate;
                return server;
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new UnavailableException(new Unavailable.NoPython(named)) : first;
    }

    /** Those that can be executed, each once. */
    Collection<Path> candidates() {
        Map<List<Path>, Path> distinct = new LinkedHashMap<>();
        for (Path place : places()) {
            try {
                if (Files.isRegularFile(place) && Files.isExecutable(place)) {
                    // What finds its libraries by its own place, as in a virtual environment, is another interpreter
                    Path folder = place.toAbsolutePath().resolveSibling("").toRealPath();
                    distinct.putIfAbsent(List.of(folder, place.toRealPath()), place);
                }
            } catch (IOException e) {
                // Gone again
            }
        }
        return distinct.values();
    }

    private List<Path> places() {
        List<Path> places = new ArrayList<>();
        if (known != null) {
            places.add(known);
        }
        if (named == null) {
            places.addAll(onPath("python3"));
            places.addAll(onPath("python"));
        } else if (named.getParent() == null) {
            places.addAll(onPath(named.toString()));
        } else {
            places.add(named);
        }
        return places;
    }

    private List<Path> onPath(String name) {
        List<Path> places = new ArrayList<>();
        for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
            try {
                if (!folder.isBlank()) {
                    places.add(Path.of(folder, name));
                }
            } catch (InvalidPathException e) {
                // Not a folder of this system
            }
        }
        return places;
    }
}
