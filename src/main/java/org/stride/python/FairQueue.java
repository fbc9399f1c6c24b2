package org.stride.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What waits, in a lane for each owner; the lanes take turns, so that whoever sends a thousand at once keeps nobody else
 * waiting for more than one of them.
 */
final class FairQueue<T> {
    /** The next lane comes first; none is empty. */
    private final SequencedMap<String, Deque<T>> lanes = new LinkedHashMap<>();

    synchronized void add(String owner, T item) {
        lanes.computeIfAbsent(owner, key -> new ArrayDeque<>()).add(item);
        notifyAll();
    }

    /** The next item, as soon as there is one. */
    synchronized T take() throws InterruptedException {
        while (lanes.isEmpty()) {
            wait();
        }
        Map.Entry<String, Deque<T>> lane = lanes.pollFirstEntry();
        T item = lane.getValue().remove();
        if (!lane.getValue().isEmpty()) {
            lanes.putLast(lane.getKey(), lane.getValue());
        }
        return item;
    }

    /** Takes an item out of turn; false if it is not waiting. */
    synchronized boolean remove(String owner, T item) {
        Deque<T> lane = lanes.get(owner);
        if (lane == null || !lane.remove(item)) {
            return false;
        }
        if (lane.isEmpty()) {
            lanes.remove(owner);
        }
        return true;
    }

    /** How many come before an item, or -1 if it is not waiting. */
    synchronized int place(String owner, T item) {
        int before = 0;
        int depth = depth(lanes.get(owner), item);
        if (depth < 0) {
            return -1;
        }
        boolean earlier = true;
        for (Map.Entry<String, Deque<T>> lane : lanes.entrySet()) {
            if (lane.getKey().equals(owner)) {
                earlier = false;
                before += depth;
            } else {
                before += Math.min(lane.getValue().size(), earlier ? depth + 1 : depth);
            }
        }
        return before;
    }

    /** Takes everything. */
    synchronized List<T> drain() {
        List<T> all = lanes.values().stream().flatMap(Deque::stream).toList();
        lanes.clear();
        return all;
    }

    synchronized int size() {
        return lanes.values().stream().mapToInt(Deque::size).sum();
    }

    private static <T> int depth(@Nullable Deque<T> lane, T item) {
        int depth = 0;
        if (lane != null) {
            for (T other : lane) {
                if (other.equals(item)) {
                    return depth;
                }
                depth++;
            }
        }
        return -1;
    }
}
