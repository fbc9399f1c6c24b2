package org.stride.ui.error;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something of ours that has failed. The log has all of it; the learner is shown the number alone, which leads to it.
 *
 * @param id short enough to be read out over a telephone
 */
record Failure(String id) {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    /** Nothing that is taken for something else. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 6;

    /** Writes it down under a number of its own. */
    static Failure of(Throwable cause) {
        String id = ThreadLocalRandom.current()
                .ints(LENGTH, 0, SIGNS.length())
                .mapToObj(sign -> String.valueOf(SIGNS.charAt(sign)))
                .collect(Collectors.joining());
        LOG.error("A page has failed, number {}", id, cause);
        return new Failure(id);
    }
}
