package org.stride.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stride.autograder.Shard;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The commands that need no web server. */
@Command(
        name = "./stride",
        subcommands = {
            GradeCommand.class,
            NotebookCommand.class,
            GradescopeKitCommand.class,
            GradescopeRunCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        })
public final class Main {
    /** All is well. */
    static final int PASSED = 0;
    /** Something does not pass. */
    static final int FAILED = 1;
    /** It could not be done. */
    static final int COULD_NOT = 2;

    private static final List<String> COMMANDS =
            List.of("grade", "notebook", "gradescope-kit", "gradescope-run", "backup", "restore");

    private Main() {}

    /** Whether this is one of the commands. */
    public static boolean knows(String command) {
        return COMMANDS.contains(command);
    }

    /** Runs a command, and returns the status to exit with. */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(out, err, arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .registerConverter(Shard.class, Main::shard)
                .setExitCodeExceptionMapper(e -> COULD_NOT)
                .setParameterExceptionHandler((e, given) -> refuse(e))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println("stride: " + message(e));
                    return COULD_NOT;
                })
                .execute(arguments);
    }

    /** What was wrong, and how to learn more, rather than a page of options. */
    private static int refuse(ParameterException e) {
        CommandLine line = e.getCommandLine();
        CommandSpec command = line.getCommandSpec();
        line.getErr().println("stride: " + e.getMessage());
        line.getErr().println("Try: " + command.qualifiedName() + " --help");
        return COULD_NOT;
    }

    private static Shard shard(String text) {
        try {
            return Shard.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        return e instanceof CommandException && message != null ? message : e.toString();
    }
}
