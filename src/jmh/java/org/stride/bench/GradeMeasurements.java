package org.stride.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Batches of notebooks, judged by the command as it is typed, and Jupyter beside it. */
final class GradeMeasurements {
    private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions");
    private static final int NOTEBOOKS = 500;
    private static final double PROCESSOR_S = 1.2;
    private static final int JUPYTER_TIMES = 20;
    private static final int JUPYTER_RUNS = 3;
    private static final int BATCH_S = 300;
    private static final int GROWTH_MB = 20;
    private static final double TICKS_PER_SECOND = 100;
    private static final int START_S = 2;

    private final Setup setup;
    private final Report report;
    private final Path folder;

    private GradeMeasurements(Setup setup, Report report) throws IOException {
        this.setup = setup;
        this.report = report;
        this.folder = Files.createTempDirectory("stride-grade");
    }

    static void all(Setup setup, Report report) throws IOException, InterruptedException, MissingException {
        setup.pythonOrMissing();
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            throw new MissingException("only a system with /proc tells the time of processors");
        }
        new GradeMeasurements(setup, report).measure();
    }

    private void measure() throws IOException, InterruptedException {
        Path right = folder.resolve("right.ipynb");
        stride("notebook", "--filled", right.toString());
        start();
        double each = batch(right);
        jupyter(right, each);
        mixed();
    }

    /** From the command to its end, with nothing to judge. */
    private void start() throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < 5; run++) {
            times.add(stride("grade", "--help").wall());
        }
        double median = new Sample(times).percentile(50);
        report.row("grade", "start, without the launcher", Report.number(median) + " s", median, START_S, "s");
    }

    /** Returns the seconds that one notebook takes. */
    private double batch(Path right) throws IOException, InterruptedException {
        Path batch = Files.createDirectory(folder.resolve("batch"));
        for (int number = 0; number < NOTEBOOKS; number++) {
            Files.copy(right, batch.resolve("%03d.ipynb".formatted(number)));
        }
        Run run = stride(
                "grade", "-q", "--secret", "bench", "-f", "json", "-o", folder + "/batch.jsonl", batch.toString());
        long passed;
        try (Stream<String> lines = Files.lines(folder.resolve("batch.jsonl"))) {
            passed = lines.filter(line -> line.contains("\"status\":\"passed\",\"problem\""))
                    .count();
        }
        String what = "%d right notebooks".formatted(NOTEBOOKS);
        report.row("grade", what, "%d passed".formatted(passed), "all", passed == NOTEBOOKS);
        report.row("grade", what, Report.number(run.wall()) + " s", run.wall(), BATCH_S, "s");
        double processor = run.processor() / NOTEBOOKS;
        report.row(
                "grade",
                "processor time of each",
                Report.number(processor) + " s",
                "≤ " + PROCESSOR_S + " s",
                processor <= PROCESSOR_S);
        report.row("grade", "growth of memory", Report.number(run.growth()) + " MB", run.growth(), GROWTH_MB, "MB");
        return run.wall() / NOTEBOOKS;
    }

    private void jupyter(Path right, double each) throws IOException, InterruptedException {
        String jupyter = System.getProperty("stride.jupyter", "/usr/bin/jupyter");
        if (!Files.isExecutable(Path.of(jupyter))) {
            report.notMeasured("grade beside Jupyter", "there is no " + jupyter);
            return;
        }
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < JUPYTER_RUNS; run++) {
            times.add(run(List.of(
                            jupyter,
                            "nbconvert",
                            "--to",
                            "notebook",
                            "--execute",
                            "--output-dir",
                            folder + "/executed",
                            right.toString()))
                    .wall());
        }
        double executed = new Sample(times).percentile(50);
        double ratio = executed / each;
        report.row(
                "grade",
                "one of them, %s s, beside Jupyter, %s s".formatted(Report.number(each), Report.number(executed)),
                Report.number(ratio) + " times as fast",
                "≥ " + JUPYTER_TIMES,
                ratio >= JUPYTER_TIMES);
    }

    private void mixed() throws IOException, InterruptedException {
        List<String> files;
        try (Stream<Path> all = Files.list(SUBMISSIONS)) {
            files = all.map(Path::toString)
                    .filter(file -> file.matches(".*/\\d\\d_[^/]*"))
                    .toList();
        }
        List<String> arguments = new ArrayList<>(
                List.of("grade", "-q", "--secret", "bench", "-f", "json", "-o", folder + "/mixed.jsonl"));
        arguments.addAll(files);
        Run run = stride(arguments.toArray(String[]::new));
        long reports;
        try (Stream<String> lines = Files.lines(folder.resolve("mixed.jsonl"))) {
            reports = lines.count();
        }
        report.row(
                "grade",
                "broken and hostile ones mixed in",
                "%d reports in %s s".formatted(reports, Report.number(run.wall())),
                "one for each",
                reports == files.size());
    }

    /** The seconds that a command took by the clock and of all processors, and by how much its memory grew, in MB. */
    private record Run(double wall, double processor, double growth) {}

    private Run stride(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(setup.serverOptions());
        command.addAll(
                List.of("-Dstride.python=" + setup.python(), "-jar", setup.jar().toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        double processor = processorOfChildren();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Double> resident = new ArrayList<>();
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            resident.add(residentMegabytes(process.pid()));
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() > 1) {
            throw new IOException("exit status " + process.exitValue() + ": " + String.join(" ", command));
        }
        int third = resident.size() / 3;
        double growth = third == 0
                ? 0
                : new Sample(resident.subList(2 * third, resident.size())).percentile(50)
                        - new Sample(resident.subList(third, 2 * third)).percentile(50);
        return new Run(wall, processorOfChildren() - processor, growth);
    }

    /** The processor time of all processes that this one has started and seen end, and of theirs, in seconds. */
    private static double processorOfChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Double.parseDouble(fields[13]) + Double.parseDouble(fields[14])) / TICKS_PER_SECOND;
    }

    private static double residentMegabytes(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // It has just ended
        }
    }
}
