package org.stride.lesson;

/** A fault in a lesson's file: the application does not start with it. */
public final class LessonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LessonException(String file, int line, String fault) {
        super(file + ":" + line + ": " + fault);
    }
}
