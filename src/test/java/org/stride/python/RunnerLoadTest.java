package org.stride.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stride.python.RunnerSupport.call;
import static org.stride.python.RunnerSupport.only;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stride.array.Value;

/** Many submissions: all answered, none starved, nothing left behind. */
@Timeout(300)
class RunnerLoadTest {
    private static final long MEGABYTE = 1 << 20;

    @Test
    void aThousandAtOnceAreAllAnsweredAndKeepNobodyWaiting() {
        try (PythonRunner runner =
                PythonRunner.start(RunnerSupport.setup().withSlots(2).withSubmissionsPerServer(200))) {
            List<Ticket> greedy = IntStream.range(0, 1000)
                    .mapToObj(number -> runner.submit(answer(number), "greedy", RunListener.NONE))
                    .toList();
            Ticket modest = runner.submit(answer(-1), "modest", RunListener.NONE);
            assertThat(modest.place()).isLessThanOrEqualTo(1);
            assertThat(only(modest.await())).isEqualTo(returned(-1));
            assertThat(greedy.stream().filter(ticket -> !ticket.report().isDone()))
                    .hasSizeGreaterThan(900);
            for (int number = 0; number < 1000; number++) {
                assertThat(only(greedy.get(number).await())).isEqualTo(returned(number));
            }
            assertThat(runner.status().waiting()).isZero();
            assertThat(runner.status().outcomes()).containsEntry("Finished", 1001L);
        }
    }

    @Test
    void memoryStaysFlat() throws IOException {
        try (PythonRunner runner = PythonRunner.start(RunnerSupport.setup().withSubmissionsPerServer(100_000))) {
            List<Submission> kinds = List.of(
                    answer(1),
                    call("def f(): return np.ones(100_000)", "f"),
                    call("def f():\n    print('x' * 60_000)\n    raise ValueError('y' * 5_000)", "f"),
                    call("def f(): return np.ones((1 << 20, 1 << 14))", "f"),
                    Submission.of("x = ("));
            List<Long> sizes = new ArrayList<>();
            for (int round = 0; round < 2000; round++) {
                runner.run(kinds.get(round % kinds.size()));
                if (round % 500 == 499) {
                    sizes.add(resident(runner.pids().getFirst()));
                }
            }
            assertThat(sizes.getLast() - sizes.getFirst())
                    .as("memory after 500, 1,000, 1,500, 2,000 submissions: %s", sizes)
                    .isLessThan(MEGABYTE / 2);
        }
    }

    private static Submission answer(int number) {
        return Submission.of("def f(n): return n").calling("f", List.of(List.of(Value.Scalar.of(number))));
    }

    private static Outcome returned(int value) {
        return new Outcome.Returned(Value.Scalar.of(value), List.of());
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}
