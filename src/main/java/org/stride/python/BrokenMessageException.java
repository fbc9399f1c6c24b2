package org.stride.python;

import java.io.IOException;

/** Bytes that are not what the protocol allows: from a learner’s process, an attempt; from a server, a fault. */
final class BrokenMessageException extends IOException {
    private static final long serialVersionUID = 1;

    BrokenMessageException(String message) {
        super(message);
    }
}
