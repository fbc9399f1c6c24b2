package org.stride.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.stride.exercise.Catalogue;
import org.stride.notebook.CourseNotebook;
import org.stride.notebook.Notebook;
import org.stride.notebook.NotebookWriter;
import org.stride.report.Translations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./stride notebook}: writes the exercise set as a notebook. Ends with 0, or with 2 and a line that says why not. */
@Command(
        name = "notebook",
        mixinStandardHelpOptions = true,
        description = "Writes the exercise set as a notebook that runs in Jupyter with NumPy.",
        sortOptions = false)
public final class NotebookCommand implements Callable<Integer> {
    private static final int WRITTEN = 0;
    private static final int NOT_WRITTEN = 2;

    @Parameters(paramLabel = "OUT", description = "The file to write, such as exercises.ipynb.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path out;

    @Option(
            names = "--nbgrader",
            description = "The instructor’s version for nbgrader, with solutions, points and hidden checks.")
    private boolean nbgrader;

    @Option(names = "--filled", description = "With a right solution in each cell.")
    private boolean filled;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (nbgrader && filled) {
            return refuse(
                    "--filled is for the plain notebook: nbgrader’s has its solutions already. Leave out one of the two.");
        }
        if (Files.isDirectory(out)) {
            return refuse(out + " is a folder. Name a file in it, such as " + out.resolve("exercises.ipynb") + ".");
        }
        if (!out.getFileName().toString().endsWith(".ipynb")) {
            return refuse("Jupyter opens files that end in .ipynb: call it " + out + ".ipynb, for one.");
        }
        if (Files.exists(out) && !force) {
            return refuse(out + " is there already. Choose another name, or write over it with --force.");
        }
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            return refuse("There is no folder " + folder + ". Make it first, or choose another.");
        }
        return write(folder);
    }

    private Path folder() {
        Path parent = out.toAbsolutePath().getParent();
        return parent == null ? out.toAbsolutePath() : parent;
    }

    /** By way of a file beside it, so that there is never half a notebook under its name. */
    private int write(Path folder) {
        try {
            Path half = folder.resolve("." + out.getFileName() + ".half");
            try {
                Files.write(half, NotebookWriter.write(notebook()));
                Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            return refuse(out + " cannot be written: " + reason(e) + ".");
        }
        PrintWriter answers = spec.commandLine().getOut();
        answers.println(out + " is written.");
        answers.flush();
        return WRITTEN;
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "the right to write there is missing"
                : String.valueOf(e.getMessage());
    }

    private Notebook notebook() {
        Translations translations = new Translations();
        CourseNotebook course = new CourseNotebook(Catalogue.load(), key -> translations.text(key));
        if (nbgrader) {
            return course.nbgrader();
        }
        return filled ? course.solved() : course.empty();
    }

    private int refuse(String why) {
        PrintWriter errors = spec.commandLine().getErr();
        errors.println("stride: " + why);
        errors.flush();
        return NOT_WRITTEN;
    }
}
