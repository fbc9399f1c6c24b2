package org.stride.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stride.autograder.Assignment;
import org.stride.autograder.Batch;
import org.stride.autograder.Shard;
import org.stride.exercise.Catalogue;
import org.stride.report.FileReport;
import org.stride.report.Translations;
import org.stride.report.format.Formats;
import org.stride.report.format.JsonFormat;
import org.stride.report.format.UnreadableReportException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./stride grade}: notebooks and scripts in, reports out. */
@Command(
        name = "grade",
        sortOptions = false,
        description = "Judges the functions in notebooks and scripts, and says what is right, what is wrong, and why.",
        footer = {
            "",
            "Exit status: 0 if all pass, 1 if something does not, 2 if it could not be done.",
            "Nothing in a file is run but the functions that are asked for, with what they need, in a sandbox."
        })
final class GradeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|FOLDER",
            description = "Notebooks and scripts; in a folder all of them, at any depth.")
    private List<Path> named;

    @Option(
            names = {"-f", "--format"},
            split = ",",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; several, with commas between them, need --out FOLDER.")
    private Set<Formats> formats = EnumSet.of(Formats.TEXT);

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE|FOLDER",
            description = "Where the reports go, instead of to the terminal.")
    private @Nullable Path out;

    @Mixin
    private final AssignmentOptions asked = new AssignmentOptions();

    @Option(
            names = "--secret",
            paramLabel = "TEXT|FILE",
            description =
                    "From what the held-out checks are drawn: the same secret, the same checks. Without it that of "
                            + "this installation.")
    private @Nullable String secret;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many files are judged at once; as many as there are processors, if not said.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long the checks of one function may take; ${DEFAULT-VALUE} if not said.")
    private int timeout = 10;

    @Option(names = "--shard", paramLabel = "K/N", description = "Judge only every N-th file, beginning with the K-th.")
    private Shard shard = Shard.WHOLE;

    @Option(names = "--merge", description = "The files are JSON reports: put them together, and judge nothing.")
    private boolean merge;

    @Option(
            names = "--fail-under",
            paramLabel = "PERCENT",
            description = "Exit with 1 only if a file has less than this; without it, if anything fails.")
    private @Nullable Double failUnder;

    @Option(
            names = "--allow-missing-layers",
            description = "Run code also where the sandbox is not whole: for files that you trust, or in a container.")
    private boolean allowMissingLayers;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no summary on the terminal.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    @SuppressWarnings("UnusedVariable") // Only asked for by what reads the options
    private boolean help;

    private final Tally tally = new Tally();

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        if (merge) {
            merge();
        } else {
            grade();
        }
        if (!quiet) {
            err().println(tally.summary());
        }
        return tally.exitCode(failUnder);
    }

    private void check() {
        check(
                named.stream().noneMatch(path -> path.toString().isEmpty()),
                "expected a file or a folder, got an empty name");
        check(formats.size() == 1 || out != null, "several formats need a folder to go to: add --out FOLDER");
        check(jobs >= 1 && jobs <= 256, "--jobs: expected 1 to 256, got " + jobs);
        check(timeout >= 1 && timeout <= 600, "--timeout: expected 1 to 600 seconds, got " + timeout);
        check(
                failUnder == null || (failUnder >= 0 && failUnder <= 100),
                "--fail-under: expected 0 to 100 percent, got " + failUnder);
    }

    private static void check(boolean condition, String message) {
        if (!condition) {
            throw new CommandException(message);
        }
    }

    private void grade() throws IOException, InterruptedException {
        Catalogue catalogue = Catalogue.load();
        Assignment assignment = asked.assignment(catalogue);
        check(
                out == null || named.stream().noneMatch(this::isWhereReportsGo),
                "--out: expected another folder than that of the submissions, got " + out);
        List<Path> all = Inputs.files(named, out);
        check(!all.isEmpty(), "there is no notebook and no script in " + named.getFirst());
        List<Path> files = shard.of(all);
        boolean one = all.size() == 1 && !Files.isDirectory(named.getFirst());
        try (Workplace workplace =
                        Workplace.open(catalogue, secret, jobs, Duration.ofSeconds(timeout), !allowMissingLayers);
                Outputs outputs = outputs(one);
                Progress progress = Progress.of(files.size(), !quiet && Boolean.getBoolean("stride.terminal"))) {
            new Batch(workplace.autograder(), assignment, jobs).grade(files, report -> {
                outputs.add(report);
                tally.add(report);
                progress.step();
            });
        }
    }

    private void merge() throws IOException {
        List<FileReport> reports = new ArrayList<>();
        for (Path path : named) {
            try (InputStream stream = Files.newInputStream(path)) {
                reports.addAll(JsonFormat.read(stream));
            } catch (UnreadableReportException e) {
                throw new CommandException(path + ": " + e.getMessage());
            } catch (IOException e) {
                throw new CommandException("the reports cannot be read from " + path + ": " + e);
            }
        }
        reports.sort(Comparator.comparing(FileReport::file));
        Merging.check(reports);
        try (Outputs outputs = outputs(false)) {
            reports.forEach(outputs::add);
        }
        reports.forEach(tally::add);
    }

    private boolean isWhereReportsGo(Path path) {
        return Files.isDirectory(path)
                && out != null
                && path.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize());
    }

    private Outputs outputs(boolean one) {
        boolean colour = Boolean.getBoolean("stride.colour");
        return new Outputs(formats, new Translations(), command.commandLine().getOut(), out, one, colour);
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
