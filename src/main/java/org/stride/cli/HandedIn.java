package org.stride.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stride.notebook.SourceFile;
import org.stride.notebook.SourceFiles;
import org.stride.notebook.UnreadableFileException;

/**
 * What a student has handed in.
 *
 * @param files the notebooks and scripts to judge
 * @param all how many there are
 */
record HandedIn(List<Path> files, int all) {
    /** More than anybody means to hand in, and few enough for the time that there is: folders of libraries come along too. */
    static final int MOST = 20;

    /** Names of other files that are told. */
    private static final int TOLD = 10;

    /** Every notebook and script in a folder; if they are too many, those first that define one of the functions. */
    static HandedIn in(Path folder, Collection<String> functions) {
        List<Path> all = Inputs.files(List.of(folder));
        if (all.size() <= MOST) {
            return new HandedIn(all, all.size());
        }
        Set<Path> telling =
                all.stream().filter(file -> definesOneOf(functions, file)).collect(Collectors.toSet());
        List<Path> files = all.stream()
                .sorted(Comparator.comparing(file -> !telling.contains(file)))
                .limit(MOST)
                .toList();
        return new HandedIn(files, all.size());
    }

    private static boolean definesOneOf(Collection<String> functions, Path path) {
        try {
            SourceFile file = SourceFiles.read(path);
            return file.cells().stream()
                    .anyMatch(cell -> functions.stream()
                            .anyMatch(function -> cell.source().contains("def " + function)));
        } catch (UnreadableFileException e) {
            return false;
        }
    }

    /** How many are left out. */
    int leftOut() {
        return all - files.size();
    }

    /** Names of whatever else lies in a folder, the first few of them. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path))
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .limit(TOLD)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
