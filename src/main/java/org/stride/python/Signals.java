package org.stride.python;

/** Signals by name; the numbers are those of every system that Stride runs on. */
final class Signals {
    private Signals() {}

    static String name(int number) {
        return switch (number) {
            case 4 -> "SIGILL";
            case 5 -> "SIGTRAP";
            case 6 -> "SIGABRT";
            case 8 -> "SIGFPE";
            case 9 -> "SIGKILL";
            case 11 -> "SIGSEGV";
            case 15 -> "SIGTERM";
            default -> "signal " + number;
        };
    }
}
