package org.stride.python;

/** What the sandbox keeps from code. */
public enum Forbidden {
    FILE("file"),
    NETWORK("network"),
    PROCESS("process"),
    THREAD("thread"),
    /** Functions of C libraries. */
    NATIVE_CODE("native code"),
    /** Somebody who answers: {@code input()}, a debugger. */
    INPUT("input"),
    /** The descriptors by which the runner tells its results. */
    DESCRIPTOR("descriptor"),
    OTHER("other");

    private final String word;

    Forbidden(String word) {
        this.word = word;
    }

    static Forbidden of(String word) {
        for (Forbidden forbidden : values()) {
            if (forbidden.word.equals(word)) {
                return forbidden;
            }
        }
        return OTHER;
    }
}
