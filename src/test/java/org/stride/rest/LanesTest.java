package org.stride.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stride.autograder.Assignment;
import org.stride.notebook.SourceFile;

class LanesTest {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> run = new ArrayList<>();
    private final Lanes lanes = new Lanes(2, threads::add, job -> run.add(job.id()));

    private Job job(String caller, String id) {
        SourceFile nothing = new SourceFile(SourceFile.Kind.SCRIPT, List.of());
        Job job = new Job(id, caller, new Check("a.py", nothing, new Assignment(new LinkedHashMap<>())));
        lanes.add(job);
        return job;
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    @Test
    void twoOfALaneRunAndTheOthersWaitInOrder() {
        List<Job> jobs =
                IntStream.range(0, 5).mapToObj(number -> job("a", "a" + number)).toList();

        assertThat(threads).hasSize(2);
        assertThat(lanes.count("a")).isEqualTo(5);
        assertThat(jobs.stream().skip(2).map(job -> job.status().place())).containsExactly(0, 1, 2);
        runAll();
        assertThat(run).containsExactly("a0", "a1", "a2", "a3", "a4");
        assertThat(lanes.count("a")).isZero();
        assertThat(lanes.all()).isEmpty();
    }

    @Test
    void anotherCallerDoesNotWait() {
        IntStream.range(0, 5).forEach(number -> job("a", "a" + number));
        job("b", "b0");

        assertThat(threads).hasSize(3);
    }

    @Test
    void whoeverLeavesLetsTheNextOneMoveUp() {
        IntStream.range(0, 2).forEach(number -> job("a", "a" + number));
        Job third = job("a", "a2");
        Job fourth = job("a", "a3");

        lanes.remove(third);

        assertThat(fourth.status().place()).isZero();
        assertThat(lanes.count("a")).isEqualTo(3);
        runAll();
        assertThat(run).containsExactly("a0", "a1", "a3");
    }

    @Test
    void aFailureFreesItsPlace() {
        Lanes failing = new Lanes(1, threads::add, job -> {
            run.add(job.id());
            throw new IllegalStateException("on purpose");
        });
        SourceFile nothing = new SourceFile(SourceFile.Kind.SCRIPT, List.of());
        Check check = new Check("a.py", nothing, new Assignment(new LinkedHashMap<>()));
        failing.add(new Job("1", "a", check));
        failing.add(new Job("2", "a", check));

        assertThat(catchThrowable(() -> threads.remove().run())).hasMessage("on purpose");

        assertThat(threads).hasSize(1);
        assertThat(failing.count("a")).isEqualTo(1);
    }
}
