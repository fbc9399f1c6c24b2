package org.stride.bench;

/** This machine lacks what a part needs: no fault, but nothing to measure either. */
final class MissingException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingException(String what) {
        super(what);
    }
}
