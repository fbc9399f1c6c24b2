package org.stride.rest;

/**
 * What an administrator may choose of the interface.
 *
 * @param thisMachineOnly whether it answers nobody but programs on this machine
 * @param checks how many functions a caller may have checked at once, and as many again each minute
 * @param uploads the same for files
 * @param jobs how many of a caller's checks may be under way or waiting
 */
public record ApiSettings(boolean thisMachineOnly, int checks, int uploads, int jobs) {
    public ApiSettings {
        if (checks < 1 || uploads < 1 || jobs < 1) {
            throw new IllegalArgumentException(
                    "api: needs at least 1 of each, got " + checks + ", " + uploads + " and " + jobs);
        }
    }
}
