package org.stride.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Measures every part, or those whose name holds the given word. A missed target is a result; only a fault is an error. */
final class Bench {
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private Bench() {}

    /** Something that can be measured, row by row. */
    @FunctionalInterface
    interface Part {
        void measure(Setup setup, Report report) throws Exception;
    }

    private static SequencedMap<String, Part> parts() {
        SequencedMap<String, Part> parts = new LinkedHashMap<>();
        parts.put("verdict", Microbenchmarks::verdict);
        parts.put("kernels", Microbenchmarks::kernels);
        parts.put("click", PageMeasurements::click);
        parts.put("transfer", PageMeasurements::transfer);
        parts.put("interactive", PageMeasurements::interactive);
        parts.put("player", PlayerMeasurements::frames);
        parts.put("start", ServerMeasurements::start);
        parts.put("memory", ServerMeasurements::memory);
        parts.put("sessions", SessionMeasurements::all);
        parts.put("runner", RunnerMeasurements::all);
        parts.put("check", CheckMeasurements::all);
        parts.put("page-check", PageMeasurements::check);
        parts.put("learners", LearnerMeasurements::all);
        parts.put("history", HistoryMeasurements::all);
        parts.put("autosave", AutosaveMeasurements::all);
        parts.put("grade", GradeMeasurements::all);
        return parts;
    }

    public static void main(String[] arguments) {
        SequencedMap<String, Part> parts = parts();
        String word = arguments.length == 0 ? "" : arguments[0];
        List<String> chosen = parts.sequencedKeySet().stream()
                .filter(name -> name.contains(word))
                .toList();
        Report report = new Report(System.out);
        if (chosen.isEmpty()) {
            report.say(
                    "Nothing that is measured is named " + word + ", only " + String.join(", ", parts.keySet()) + ".");
            System.exit(1);
        }
        endEverythingAtExit(report);
        exitAfter(AT_MOST, report);

        Setup setup = Setup.ofSystemProperties();
        report.begin(setup);
        boolean whole = true;
        for (String name : chosen) {
            whole &= measure(name, parts.get(name), setup, report);
        }
        report.end();
        System.exit(whole ? 0 : 1);
    }

    private static boolean measure(String name, Part part, Setup setup, Report report) {
        try {
            part.measure(setup, report);
            return true;
        } catch (MissingException e) {
            report.notMeasured(name, String.valueOf(e.getMessage()));
            return true;
        } catch (Exception e) {
            // The whole of it is for the log; the other parts can be measured all the same.
            e.printStackTrace();
            report.notMeasured(
                    name, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return false;
        }
    }

    /**
     * Servers, browsers and the JVMs of JMH do not outlive this one, however it ends; and what is being measured fails of that,
     * which is not worth a word.
     */
    private static void endEverythingAtExit(Report report) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            report.close();
            List<ProcessHandle> started = ProcessHandle.current().descendants().toList();
            started.forEach(ProcessHandle::destroyForcibly);
            started.forEach(process -> process.onExit().join());
        }));
    }

    private static void exitAfter(Duration time, Report report) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                return;
            }
            report.say("The rest is not measured: " + time.toMinutes() + " minutes are over.");
            System.exit(1);
        });
    }
}
