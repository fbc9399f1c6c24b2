package org.stride.cli;

import java.io.IOException;
import java.util.List;
import org.stride.backup.Keeper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What every command on an installation takes: which one is meant. */
@Command(
        footer = {
            "",
            "Which installation, and which database, is said as for serve: after --, as in",
            "  ./stride ${COMMAND-NAME} FILE -- --stride.data=FOLDER --spring.datasource.url=jdbc:postgresql://…",
            "or in the environment: STRIDE_DATA, SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME,",
            "SPRING_DATASOURCE_PASSWORD. A server that runs on that data folder is asked, and knows its database."
        })
final class WhichInstallation {
    @Parameters(index = "1..*", hidden = true, description = "Settings, after --.")
    private List<String> settings = List.of();

    Keeper keeper() throws IOException, InterruptedException {
        return new Whereabouts(settings, System.getenv()).keeper();
    }
}
