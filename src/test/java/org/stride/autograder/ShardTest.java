package org.stride.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 100})
    void allPartsTogetherAreTheWholeAndNoPartIsMuchLarger(int size) {
        List<Integer> all = IntStream.range(0, size).boxed().toList();
        List<List<Integer>> parts = IntStream.rangeClosed(1, 16)
                .mapToObj(number -> new Shard(number, 16).of(all))
                .toList();
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(parts).allMatch(part -> part.size() == size / 16 || part.size() == size / 16 + 1);
    }

    @Test
    void neighboursGoToDifferentParts() {
        assertThat(Shard.parse("2/3").of(List.of("a", "b", "c", "d", "e"))).containsExactly("b", "e");
        assertThat(Shard.WHOLE.of(List.of(1, 2))).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "3", "a/b", "1/0", "-1/2", "", "1/2/3", "9999999/9999999"})
    void whatIsNoPartIsRefused(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("shard: expected");
    }
}
