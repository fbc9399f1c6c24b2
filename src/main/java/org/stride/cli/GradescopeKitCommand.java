package org.stride.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stride.autograder.PointsFile;
import org.stride.exercise.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./stride gradescope-kit}: writes an autograder for Gradescope. */
@Command(
        name = "gradescope-kit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes an autograder to upload to Gradescope.",
        footer = {
            "",
            "It holds the secret behind the held-out checks: keep it from students.",
            "Exit status: 0 if it is written, 2 if not."
        })
final class GradescopeKitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "OUT", description = "The file to write, such as autograder.zip.")
    private Path out;

    @Mixin
    private final AssignmentOptions asked = new AssignmentOptions();

    @Option(
            names = "--secret",
            paramLabel = "TEXT|FILE",
            description = "From what the held-out checks are drawn. Without it that of this installation, so that "
                    + "Gradescope judges as this machine does.")
    private @Nullable String secret;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The stride.jar that judges; if not said, the one that runs now or that ./stride build made.")
    private @Nullable Path jar;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        Path folder = folder();
        Catalogue catalogue = Catalogue.load();
        String points = asked.given() ? PointsFile.format(asked.assignment(catalogue)) : null;
        Path whole = jar == null ? StrideJar.running() : StrideJar.check(jar);
        GradescopeKit kit = new GradescopeKit(whole, Secret.key(secret), points);
        write(kit, folder);
        PrintWriter answers = command.commandLine().getOut();
        answers.println(out + " is written, with the held-out checks of secret " + kit.fingerprint() + ".");
        answers.flush();
        return Main.PASSED;
    }

    /** The folder to write to, if the file can be written there. */
    private Path folder() {
        Path absolute = out.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || Files.isDirectory(out)) {
            throw new CommandException(
                    out + " is a folder. Name a file in it, such as " + out.resolve("autograder.zip"));
        }
        if (!out.toString().endsWith(".zip")) {
            throw new CommandException("Gradescope takes files that end in .zip: call it " + out + ".zip, for one");
        }
        if (Files.exists(out) && !force) {
            throw new CommandException(out + " is there already. Choose another name, or write over it with --force");
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandException("there is no folder " + folder + ". Make it first, or choose another");
        }
        return folder;
    }

    /** By way of a file beside it, which is its owner's alone since it holds the secret. */
    private void write(GradescopeKit kit, Path folder) throws IOException {
        Path half = Files.createTempFile(folder, ".autograder", ".half");
        try {
            try (OutputStream stream = Files.newOutputStream(half)) {
                kit.write(stream);
            }
            Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
