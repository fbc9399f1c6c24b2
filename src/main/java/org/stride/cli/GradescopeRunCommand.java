package org.stride.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stride.autograder.Assignment;
import org.stride.autograder.Batch;
import org.stride.exercise.Catalogue;
import org.stride.report.FileReport;
import org.stride.report.Finding;
import org.stride.report.FunctionReport;
import org.stride.report.Translations;
import org.stride.report.format.GradescopeFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code gradescope-run ROOT}, which the kit's {@code run_autograder} calls: what lies in {@code ROOT/submission} is judged as
 * {@code ROOT/source} says, and {@code ROOT/results/results.json} tells of it. For a fault of ours there are no results, so that the
 * staff hears of it.
 */
@Command(name = "gradescope-run", hidden = true, description = "Judges a submission where Gradescope has laid it.")
final class GradescopeRunCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** The best first. */
    private static final Comparator<FileReport> BY_MERIT = Comparator.comparingDouble(FileReport::score)
            .thenComparingLong(GradescopeRunCommand::passed)
            .reversed()
            .thenComparing(FileReport::file);

    private final Translations texts = new Translations();
    private final GradescopeFormat format = new GradescopeFormat(texts);

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "ROOT", description = "What is /autograder there.")
    private Path root;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path results = root.resolve("results/results.json");
        Files.deleteIfExists(results);
        Catalogue catalogue = Catalogue.load();
        Assignment assignment = assignment(catalogue);
        HandedIn handedIn = HandedIn.in(submission(), assignment.tasks().keySet());
        StringWriter text = new StringWriter();
        if (handedIn.files().isEmpty()) {
            format.writeNothing(nothing(), text);
        } else {
            format.write(List.of(best(judge(handedIn, catalogue, assignment), handedIn)), text);
        }
        write(results, text.toString());
        return Main.PASSED;
    }

    private Path submission() {
        return root.resolve("submission");
    }

    private Assignment assignment(Catalogue catalogue) {
        Path points = root.resolve("source/points.yaml");
        return Files.exists(points) ? AssignmentOptions.read(points, catalogue) : Assignment.usual(catalogue);
    }

    private String nothing() throws IOException {
        List<String> names = HandedIn.names(submission());
        return names.isEmpty()
                ? texts.text("gradescope.empty")
                : texts.text("gradescope.nothing", String.join(", ", names));
    }

    /** One after the other: there is memory for one. */
    private List<FileReport> judge(HandedIn handedIn, Catalogue catalogue, Assignment assignment)
            throws IOException, InterruptedException {
        Path secret = root.resolve("source/secret");
        if (!Files.exists(secret)) {
            throw new CommandException("there is no " + secret + ", which the kit brings along: upload it again");
        }
        List<FileReport> reports = new ArrayList<>();
        try (Workplace workplace = Workplace.open(catalogue, secret.toString(), 1, TIMEOUT, false)) {
            workplace
                    .missingLayers()
                    .forEach(layer -> say("the sandbox is without " + layer.name() + ": " + layer.failure()));
            new Batch(workplace.autograder(), assignment, 1).grade(handedIn.files(), reports::add);
        }
        reports.stream().filter(FileReport::faulty).findFirst().ifPresent(report -> {
            throw new CommandException(name(report) + " could not be judged: " + fault(report));
        });
        return reports;
    }

    /** For the staff: Gradescope shows it to nobody else. */
    private void say(String sentence) {
        command.commandLine().getErr().println("stride: " + sentence);
    }

    private static String fault(FileReport report) {
        return Stream.concat(
                        Stream.ofNullable(report.problem()),
                        report.functions().stream()
                                .map(FunctionReport::problem)
                                .filter(Objects::nonNull)
                                .filter(problem -> problem.id().equals(FileReport.FAULT))
                                .map(Finding::text))
                .findFirst()
                .orElseThrow();
    }

    /** The one that counts, with a word on the others. */
    private FileReport best(List<FileReport> reports, HandedIn handedIn) {
        List<FileReport> sorted = reports.stream().sorted(BY_MERIT).toList();
        FileReport best = sorted.getFirst();
        List<Finding> remarks = new ArrayList<>();
        if (sorted.size() > 1) {
            String others = sorted.stream().skip(1).map(this::name).sorted().collect(Collectors.joining(", "));
            remarks.add(new Finding(
                    "submission.taken", null, texts.text("gradescope.taken", name(best), sorted.size(), others)));
        }
        if (handedIn.leftOut() > 0) {
            remarks.add(new Finding(
                    "submission.left_out", null, texts.text("gradescope.left_out", handedIn.all(), sorted.size())));
        }
        remarks.addAll(best.remarks());
        return new FileReport(
                best.file(),
                best.status(),
                best.problem(),
                best.score(),
                best.possible(),
                best.functions(),
                remarks,
                best.environment(),
                best.seconds());
    }

    private static long passed(FileReport report) {
        return report.functions().stream()
                .filter(function -> function.status() == FunctionReport.Status.PASSED)
                .count();
    }

    /** As the student knows it. */
    private String name(FileReport report) {
        String folder = submission().normalize() + "/";
        return report.file().startsWith(folder) ? report.file().substring(folder.length()) : report.file();
    }

    /** By way of a file beside it, so that there are never half of the results. */
    private static void write(Path results, String text) throws IOException {
        Path half = Files.createDirectories(results.getParent()).resolve("results.json.half");
        Files.writeString(half, text);
        Files.move(half, results, StandardCopyOption.ATOMIC_MOVE);
    }
}
