package org.stride.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stride.PythonListings;
import org.stride.PythonWithoutSeccomp;
import org.stride.python.Mode;
import org.stride.python.PythonRunner;
import org.stride.python.Setup;
import org.stride.python.Submission;
import org.stride.python.Unavailable;
import org.stride.report.UnavailableWording;

/** Machines on which no code runs. */
final class Unavailables {
    /** What the tests' Python does first, to be another one. */
    private static final Map<String, String> PATCHES = new LinkedHashMap<>();

    static {
        PATCHES.put("old_python", "import platform; platform.python_version = lambda: \"3.9.18\"");
        PATCHES.put("no_numpy", "import sys; sys.modules[\"numpy\"] = None");
        PATCHES.put("old_numpy", "import numpy; numpy.__version__ = \"1.24.2\"");
        PATCHES.put("ends_at_its_start", "import sys; sys.exit(\"ModuleNotFoundError: No module named encodings\")");
    }

    private Unavailables() {}

    /** Why, by what brings it about. */
    static Map<String, Unavailable> all(Path folder) throws IOException {
        Map<String, Unavailable> reasons = new LinkedHashMap<>();
        // The PATH of the tests has one, so this is the only one that is not tried out
        reasons.put("PATH=", new Unavailable.NoPython(null));
        reasons.put("--stride.python=no/such/python", state(Path.of("no/such/python"), Mode.LOCAL));
        for (Map.Entry<String, String> patch : PATCHES.entrySet()) {
            Path script = Files.writeString(
                    folder.resolve(patch.getKey()),
                    "#!/bin/sh\nexec '" + PythonListings.python().toAbsolutePath() + "' -I -B -X utf8 -c '"
                            + patch.getValue() + "\n'\"$6\" \"$7\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            reasons.put(patch.getValue(), state(script, Mode.LOCAL));
        }
        reasons.put("ctypes.CDLL(\"libseccomp.so.2\")  # OSError", state(PythonWithoutSeccomp.in(folder), Mode.STRICT));
        return reasons;
    }

    private static Unavailable state(Path python, Mode mode) {
        try (PythonRunner runner = PythonRunner.start(Setup.of(python, mode).withSlots(1))) {
            runner.run(Submission.of(""));
            return (Unavailable) runner.status().state();
        }
    }

    static void tell(Transcript transcript, String trigger, Unavailable reason) {
        transcript.paragraph(TypedCode.fenced("text", trigger));
        transcript.line(new UnavailableWording(transcript.texts()).sentence(reason));
        transcript.gap();
    }
}
