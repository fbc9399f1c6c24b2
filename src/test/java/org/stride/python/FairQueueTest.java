package org.stride.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue<String> queue = new FairQueue<>();

    @Test
    void ownersTakeTurns() throws InterruptedException {
        queue.add("many", "m1");
        queue.add("many", "m2");
        queue.add("many", "m3");
        queue.add("one", "o1");
        queue.add("two", "t1");
        queue.add("two", "t2");
        assertThat(takeAll()).containsExactly("m1", "o1", "t1", "m2", "t2", "m3");
    }

    @Test
    void anOwnerThatComesBackWaitsForOneOfEachOther() throws InterruptedException {
        queue.add("a", "a1");
        queue.add("b", "b1");
        queue.add("b", "b2");
        assertThat(queue.take()).isEqualTo("a1");
        queue.add("a", "a2");
        assertThat(takeAll()).containsExactly("b1", "a2", "b2");
    }

    @Test
    void thePlaceIsHowManyAreTakenBefore() throws InterruptedException {
        Random random = new Random(5);
        List<String> items = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            String owner = "owner" + random.nextInt(5);
            items.add(owner + "/" + number);
            queue.add(owner, items.getLast());
            if (random.nextInt(4) == 0) {
                items.remove(queue.take());
            }
        }
        List<Integer> places =
                items.stream().map(item -> queue.place(owner(item), item)).toList();
        List<String> taken = takeAll();
        assertThat(items.stream().map(taken::indexOf)).containsExactlyElementsOf(places);
    }

    @Test
    void whatDoesNotWaitHasNoPlaceAndCannotBeRemoved() {
        queue.add("a", "a1");
        assertThat(queue.place("a", "a2")).isEqualTo(-1);
        assertThat(queue.place("b", "a1")).isEqualTo(-1);
        assertThat(queue.remove("a", "a2")).isFalse();
        assertThat(queue.remove("a", "a1")).isTrue();
        assertThat(queue.remove("a", "a1")).isFalse();
        assertThat(queue.size()).isZero();
    }

    @Test
    void aTakerWaitsForTheNext() throws InterruptedException {
        Thread giver = Thread.ofVirtual().start(() -> queue.add("a", "a1"));
        assertThat(queue.take()).isEqualTo("a1");
        giver.join();
    }

    @Test
    void drainingLeavesNothing() {
        queue.add("a", "a1");
        queue.add("b", "b1");
        assertThat(queue.drain()).containsExactly("a1", "b1");
        assertThat(queue.size()).isZero();
    }

    private List<String> takeAll() throws InterruptedException {
        List<String> taken = new ArrayList<>();
        while (queue.size() > 0) {
            taken.add(queue.take());
        }
        return taken;
    }

    private static String owner(String item) {
        return item.substring(0, item.indexOf('/'));
    }
}
