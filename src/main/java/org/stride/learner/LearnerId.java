package org.stride.learner;

import java.util.Optional;
import java.util.UUID;

/** Who has done something: 122 random bits, which tell nothing of a person. */
public record LearnerId(UUID value) {
    public static LearnerId random() {
        return new LearnerId(UUID.randomUUID());
    }

    /** Empty if the text is no id. */
    public static Optional<LearnerId> parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new LearnerId(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
