package org.stride.exercise;

/** A fault in the catalogue's files: the application does not start with it. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogueException(String file, String field, String fault) {
        super(file + ": " + field + " " + fault);
    }
}
