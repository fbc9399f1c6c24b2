package org.stride.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.stride.backup.Keeper;
import org.stride.installation.DataFolder;
import org.stride.learner.store.backup.BackupException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./stride backup}: writes all that an installation holds into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all that this installation holds into one file: what learners have done, and the secret. It may be running.",
            ""
        },
        sortOptions = false)
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private final BackupArguments arguments = new BackupArguments();

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path out = arguments.file();
        Path file = out.toAbsolutePath();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandException("there is no folder " + folder + ": make it first, or choose another");
        }
        if (Files.isDirectory(file)) {
            throw new CommandException(out + " is a folder: name a file in it, such as " + out.resolve("stride.zip"));
        }
        if (Files.exists(file) && !force) {
            throw new CommandException(out + " is there already: choose another name, or write over it with --force");
        }
        Keeper.Kept kept = write(file, folder);
        spec.commandLine().getOut().println(out + " is written: " + Counts.of(kept) + ".");
        return Main.PASSED;
    }

    /** By way of a file beside it, so that there is never half a backup under its name. */
    private Keeper.Kept write(Path file, Path folder) throws IOException, InterruptedException {
        try (Keeper keeper = arguments.keeper()) {
            Path half = Files.createTempFile(folder, "." + file.getFileName(), ".half");
            try (RowProgress progress = RowProgress.of("Writing")) {
                DataFolder.forOwnerOnly(half);
                Keeper.Kept kept;
                try (OutputStream stream = Files.newOutputStream(half, StandardOpenOption.WRITE)) {
                    kept = keeper.backup(stream, progress);
                }
                DataFolder.toDisk(half);
                place(half, file);
                return kept;
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (BackupException e) {
            throw new CommandException(e.sentence());
        }
    }

    private void place(Path half, Path file) throws IOException {
        if (force) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.move(half, file);
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(
                    arguments.file() + " has come meanwhile: choose another name, or write over it with --force");
        }
    }
}
