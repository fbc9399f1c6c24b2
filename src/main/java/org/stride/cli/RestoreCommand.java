package org.stride.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stride.backup.Keeper;
import org.stride.learner.store.backup.BackupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./stride restore}: replaces all that an installation holds with a backup, or nothing of it. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Replaces all that this installation holds with what is in a backup. It may be running, and may have another database"
                    + " than the one that the backup is of. What was there before is kept in the data folder, as a backup.",
            ""
        },
        sortOptions = false)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private final BackupArguments arguments = new BackupArguments();

    @Option(names = "--yes", description = "Do not ask before replacing what there is.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    private @Nullable RowProgress progress;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path file = arguments.file();
        if (!Files.isRegularFile(file)) {
            throw new CommandException("there is no file " + file);
        }
        if (!yes && !Boolean.getBoolean("stride.keyboard")) {
            throw new CommandException("nobody is there to ask whether to replace everything: say so with --yes");
        }
        PrintWriter out = spec.commandLine().getOut();
        Keeper.Outcome outcome = restore();
        switch (outcome) {
            case Keeper.Outcome.Restored done -> {
                out.println("It is restored. What was there before is in " + done.safety() + ".");
                if (done.otherSecret()) {
                    out.println(
                            "The secret is another one now: a Stride that runs draws its held-out checks from it once it is"
                                    + " started again.");
                }
            }
            case Keeper.Outcome.Declined declined -> out.println("Nothing was changed.");
        }
        return Main.PASSED;
    }

    private Keeper.Outcome restore() throws IOException, InterruptedException {
        try (Keeper keeper = arguments.keeper()) {
            return keeper.restore(arguments.file(), this::goOn, this::told);
        } catch (BackupException e) {
            throw new CommandException(e.sentence() + ". Nothing was changed");
        } finally {
            if (progress != null) {
                progress.close();
            }
        }
    }

    private void told(long rows, long of) {
        RowProgress shown = progress == null ? RowProgress.of("Restoring") : progress;
        progress = shown;
        shown.at(rows, of);
    }

    private boolean goOn(Keeper.Kept found, String madeAt, Keeper.Kept replaced) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("The backup of " + madeAt + " holds " + Counts.of(found) + ".");
        out.println("This replaces " + Counts.of(replaced) + ".");
        out.flush();
        if (yes) {
            return true;
        }
        out.print("Go on? [y/N] ");
        out.flush();
        return answer().strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    private static String answer() {
        Scanner keyboard = new Scanner(System.in, Charset.defaultCharset());
        return keyboard.hasNextLine() ? keyboard.nextLine() : "";
    }
}
