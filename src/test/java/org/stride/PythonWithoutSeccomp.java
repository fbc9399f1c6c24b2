package org.stride;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The tests’ Python as it is where a layer of the sandbox is missing: for its ctypes there is no libseccomp. */
public final class PythonWithoutSeccomp {
    private static final String PATCH = """
            import ctypes
            class Without(ctypes.CDLL):
                def __init__(self, name, **more):
                    if name is not None:
                        raise OSError("no " + name)
                    super().__init__(name, **more)
            ctypes.CDLL = Without
            """;

    private PythonWithoutSeccomp() {}

    /** Makes one in a folder; it takes what the runner starts a Python with. */
    public static Path in(Path folder) throws IOException {
        Path script = Files.writeString(
                folder.resolve("python-without-seccomp"),
                "#!/bin/sh\nexec '" + PythonListings.python().toAbsolutePath() + "' -I -B -X utf8 -c '" + PATCH
                        + "'\"$6\" \"$7\"\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
