package org.stride.cli;

/** A command cannot be done; the message says to whoever gave it what was expected and what came. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }
}
