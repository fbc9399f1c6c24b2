package org.stride.notebook;

/** Gives the text of a key in the reader's language. */
@FunctionalInterface
public interface Texts {
    String text(String key);
}
