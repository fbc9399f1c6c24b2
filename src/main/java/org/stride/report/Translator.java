package org.stride.report;

/** Gives the text of a key in the reader's language, with its places filled in. */
@FunctionalInterface
public interface Translator {
    String text(String key, Object... parameters);
}
