package org.stride;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.stride.exercise.Catalogue;
import org.stride.exercise.Seeds;
import org.stride.grading.Grader;
import org.stride.grading.code.CodeGrader;
import org.stride.python.Limits;
import org.stride.python.Mode;
import org.stride.python.PythonRunner;
import org.stride.python.Setup;

/** Graders of typed code on the tests' own Python, which every layer of the sandbox confines. */
public final class CodeGraders {
    private CodeGraders() {}

    /** A runner with one slot and the usual limits; without a Python the test is skipped. */
    public static PythonRunner runner() {
        return runner(Limits.DEFAULT);
    }

    /** A runner with one slot. */
    public static PythonRunner runner(Limits limits) {
        return runner(limits, 1);
    }

    /** A runner with the usual limits. */
    public static PythonRunner runner(int slots) {
        return runner(Limits.DEFAULT, slots);
    }

    private static PythonRunner runner(Limits limits, int slots) {
        Path python = PythonListings.assumeInstalled();
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux"), "skipped: the sandbox is whole on Linux only");
        return PythonRunner.start(Setup.of(python, Mode.STRICT).withSlots(slots).within(limits));
    }

    public static CodeGrader grader(Catalogue catalogue, PythonRunner runner) {
        byte[] secret = new byte[16];
        Arrays.fill(secret, (byte) 7);
        return new CodeGrader(new Grader(new Seeds(secret)), catalogue, runner);
    }
}
