package org.stride.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stride.installation.DataFolder;

/** What the packaged application says if its database keeps it from starting: one line, and what to do. */
class StartTroubleIT {
    @TempDir
    private Path folder;

    private void refuses(String what, String remedy, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--server.port=0");
        arguments.add("--stride.data=" + folder);

        Server.Ended ended = Server.runToTheEnd(Server.APART, arguments.toArray(String[]::new));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .singleElement()
                .asString()
                .startsWith("Stride: ")
                .contains(what, remedy);
    }

    @Test
    void aSecondStrideOnTheSameFolder() throws Exception {
        try (var held = new DataFolder(folder).occupy().orElseThrow()) {
            held.announce(folder.resolve("socket"));
            refuses("Another Stride, process " + ProcessHandle.current().pid() + ",", "--stride.data=FOLDER");
        }
    }

    @Test
    void aPostgreSqlThatIsNotThere() throws IOException, InterruptedException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        refuses(
                "The database does not answer",
                "spring.datasource.url",
                "--spring.datasource.url=jdbc:postgresql://localhost:" + nobody + "/stride");
    }

    @Test
    void aPostgreSqlThatDoesNotLetUsIn() throws IOException, InterruptedException, SQLException {
        Path cluster = Files.createTempDirectory("stride-postgresql");
        try (EmbeddedPostgres database =
                        EmbeddedPostgres.builder().setDataDirectory(cluster).start();
                Connection connection = database.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create role course login password 'right'");
            Files.writeString(
                    cluster.resolve("pg_hba.conf"), "host all course all scram-sha-256\nhost all all all trust\n");
            connection.createStatement().execute("select pg_reload_conf()");
            refuses(
                    "The database does not let us in",
                    "spring.datasource.password",
                    "--spring.datasource.url=jdbc:postgresql://localhost:" + database.getPort() + "/postgres",
                    "--spring.datasource.username=course",
                    "--spring.datasource.password=wrong");
        }
    }

    @Test
    void aFolderThatCannotBeWritten() throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("a-file"));

        Server.Ended ended =
                Server.runToTheEnd(Server.APART, "--server.port=0", "--stride.data=" + file.resolve("data"));

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .singleElement()
                .asString()
                .contains("Stride cannot keep its data in " + file.resolve("data"), "--stride.data=FOLDER");
    }

    @Test
    void aBrokenFile() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("stride.mv.db"), "no database, and never was one ".repeat(1000));
        refuses("The database file in the data folder is broken", "./stride restore");
    }

    @Test
    void aDatabaseOfANewerStride() throws IOException, InterruptedException, SQLException {
        Server.runToTheEnd(Server.APART, "--stride.data=" + folder, "--stride.mode=strict");
        try (Connection connection = DriverManager.getConnection(new DataFolder(folder).databaseUrl(), "", "")) {
            org.flywaydb.core.Flyway.configure()
                    .dataSource(new DataFolder(folder).databaseUrl(), "", "")
                    .load()
                    .migrate();
            connection
                    .createStatement()
                    .execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
                            + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
                            + " values (999, '999', 'later', 'SQL', 'V999__later.sql', '', 1, true)");
        }
        refuses("of a newer Stride: its tables are of version 999", "Start that newer version");
    }
}
