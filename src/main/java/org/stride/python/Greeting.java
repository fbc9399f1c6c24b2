package org.stride.python;

/**
 * What a server says of itself when it is ready.
 *
 * @param residentBytes the memory in use, at rest
 */
public record Greeting(String pythonVersion, String numpyVersion, Confinement confinement, long residentBytes) {}
