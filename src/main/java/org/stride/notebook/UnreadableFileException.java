package org.stride.notebook;

/** A file that holds no code that could be read; the message says, to whoever sent it, what was expected and what came. */
public final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }
}
