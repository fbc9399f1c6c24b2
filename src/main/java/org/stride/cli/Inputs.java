package org.stride.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that are meant by files and folders: those named, and in folders every notebook and script, at any depth. */
final class Inputs {
    /** Also those that a browser has renamed on the way: {@code hw3.ipynb.txt}, {@code hw3.py (1)}. */
    private static final Pattern NOTEBOOK_OR_SCRIPT = Pattern.compile(".*\\.(ipynb|py)([. _(-].*)?", Pattern.DOTALL);

    /** Names that read alike may still be of different bytes. */
    private static final Comparator<Path> BY_NAME = Comparator.comparing(Path::toString)
            .thenComparing(path -> path.toUri().toString());

    private Inputs() {}

    /** The same without any folder that is passed over. */
    static List<Path> files(List<Path> named) {
        return files(named, null);
    }

    /**
     * Each file once, in the order of their names, so that every part of a batch means the same list.
     *
     * @param without a folder that is passed over: that of the reports, which would be judged the next time
     */
    static List<Path> files(List<Path> named, @Nullable Path without) {
        TreeSet<Path> files = new TreeSet<>(BY_NAME);
        for (Path given : named) {
            Path path = given.normalize();
            if (Files.isDirectory(path)) {
                inFolder(path, without).forEach(file -> files.add(file.normalize()));
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new CommandException("there is no file or folder " + given);
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> inFolder(Path folder, @Nullable Path without) {
        List<Path> found = new ArrayList<>();
        try {
            // Links are not followed: they may lead out of the folder, or round in circles
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    boolean hidden = !inner.equals(folder) && name(inner).startsWith(".");
                    boolean passedOver = without != null
                            && inner.toAbsolutePath()
                                    .equals(without.toAbsolutePath().normalize());
                    return hidden || passedOver || name(inner).equals("__pycache__")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    // What a Mac puts beside each file is hidden too
                    if (attributes.isRegularFile()
                            && !name(file).startsWith(".")
                            && NOTEBOOK_OR_SCRIPT
                                    .matcher(name(file).toLowerCase(Locale.ROOT))
                                    .matches()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // Its report will say that it cannot be read
                    found.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new CommandException("the folder " + folder + " cannot be read: " + e.getMessage());
        }
        return found;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
