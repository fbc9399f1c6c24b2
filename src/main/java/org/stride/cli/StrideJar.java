package org.stride.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The jar that holds all of Stride, its libraries among it. */
final class StrideJar {
    /** What judges in Gradescope, where the build puts it in a jar with its libraries. */
    static final String RUN_COMMAND =
            "BOOT-INF/classes/" + GradescopeRunCommand.class.getName().replace('.', '/') + ".class";

    private StrideJar() {}

    /** The one that runs now, or else the one that has been built where Stride is at home. */
    static Path running() {
        return find(System.getProperty("java.class.path"), System.getenv("STRIDE_HOME"));
    }

    /**
     * The first jar that is whole.
     *
     * @param classPath which is the jar alone if that is what Java was started with
     * @param home the folder of the launcher
     */
    static Path find(@Nullable String classPath, @Nullable String home) {
        return Stream.of(
                        classPath == null || !classPath.endsWith(".jar") ? null : Path.of(classPath),
                        home == null ? null : Path.of(home, "target", "stride.jar"))
                .filter(Objects::nonNull)
                .filter(jar -> Files.isRegularFile(jar) && isWhole(jar))
                .findFirst()
                .orElseThrow(() -> new CommandException("there is no stride.jar with all that it needs: make it with "
                        + "./stride build, and name it with --jar target/stride.jar"));
    }

    /** The jar, if it is whole. */
    static Path check(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new CommandException("--jar: there is no file " + jar);
        }
        if (!isWhole(jar)) {
            throw new CommandException("--jar: " + jar
                    + " is not a stride.jar with all that it needs, as ./stride build " + "makes it in target");
        }
        return jar;
    }

    private static boolean isWhole(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry(RUN_COMMAND) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
