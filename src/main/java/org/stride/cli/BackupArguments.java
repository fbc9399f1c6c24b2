package org.stride.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stride.backup.Keeper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the commands on backups take: the file, and which installation is meant. */
@Command(
        footer = {
            "",
            "Which installation, and which database, is said as for serve: after --, as in",
            "  ./stride ${COMMAND-NAME} FILE -- --stride.data=FOLDER --spring.datasource.url=jdbc:postgresql://…",
            "or in the environment: STRIDE_DATA, SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME,",
            "SPRING_DATASOURCE_PASSWORD. A server that runs on that data folder is asked, and knows its database."
        })
final class BackupArguments {
    @Parameters(index = "0", paramLabel = "FILE", description = "The backup, such as stride-backup.zip.")
    private Path file;

    @Parameters(index = "1..*", hidden = true, description = "Settings, after --.")
    private List<String> settings = List.of();

    /** As it was given. */
    Path file() {
        return file;
    }

    Keeper keeper() throws IOException, InterruptedException {
        return new Whereabouts(settings, System.getenv()).keeper();
    }
}
