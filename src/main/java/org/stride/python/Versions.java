package org.stride.python;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an interpreter says of itself before anything else.
 *
 * @param numpy {@code null} if there is none
 */
record Versions(String python, @Nullable String numpy) {
    private static final Pattern FIRST_TWO = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");

    /** What is wrong with them; {@code null} if they are known to work. The launcher asks for the same. */
    @Nullable
    Unavailable unfit() {
        if (number(python) < number("3.10")) {
            return new Unavailable.UnfitPython("Python " + python, "Python 3.10 or newer");
        }
        String needed = "NumPy 1.26 to 2.3";
        if (numpy == null) {
            return new Unavailable.UnfitPython("Python " + python + Unavailable.WITHOUT_NUMPY, needed);
        }
        if (number(numpy) < number("1.26") || number(numpy) >= number("2.4")) {
            return new Unavailable.UnfitPython("NumPy " + numpy, needed);
        }
        return null;
    }

    private static int number(String version) {
        Matcher parts = FIRST_TWO.matcher(version);
        return parts.matches() ? 10_000 * Integer.parseInt(parts.group(1)) + Integer.parseInt(parts.group(2)) : 0;
    }
}
