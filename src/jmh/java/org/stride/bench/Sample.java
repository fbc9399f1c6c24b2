package org.stride.bench;

import java.util.List;

/** Values of one figure, measured again and again, from the smallest to the largest. */
record Sample(List<Double> values) {
    Sample {
        values = values.stream().sorted().toList();
    }

    /** The smallest value that so many of a hundred do not exceed. */
    double percentile(int percent) {
        return values.get(Math.max(0, Math.ceilDiv(values.size() * percent, 100) - 1));
    }
}
