package org.stride.learner.store.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.stride.learner.store.Databases;

/** Every earlier version of the tables comes up to the latest, with every row. */
class MigrationTest {
    private static int latest() {
        return Schema.latest(Schema.flyway(new DatabaseAddress(Databases.H2.freshUrl(), "", "").source()));
    }

    static Stream<Arguments> versions() {
        return IntStream.rangeClosed(1, latest())
                .boxed()
                .flatMap(version -> Arrays.stream(Databases.values()).map(database -> Arguments.of(database, version)));
    }

    @ParameterizedTest(name = "{0}, from version {1}")
    @MethodSource("versions")
    void everyRowIsThereAfterwards(Databases database, int version) throws SQLException, IOException {
        Fixture fixture = Fixture.of(database, version);
        List<String> before = fixture.texts();
        assertThat(before).as("rows of the fixture").hasSizeGreaterThan(8);

        Schema.migrate(fixture.source(), latest());

        assertThat(fixture.texts()).containsAll(before);
    }

    @Test
    void eachVersionHasSampleRowsInEachOfItsTables() throws SQLException, IOException {
        for (int version = 1; version <= latest(); version++) {
            Fixture fixture = Fixture.of(Databases.H2, version);
            for (String table : fixture.strings(
                    "select table_name from information_schema.tables where table_schema = current_schema")) {
                assertThat(fixture.strings("select count(*) from \"" + table + "\""))
                        .as("rows in %s of version %s", table, version)
                        .doesNotContain("0");
            }
        }
    }

    /** H2 does not undo half a migration: wherever a start was killed, the next one ends what it began. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(Databases.class)
    void whereverItWasInterruptedItCanBeMadeAgain(Databases database) throws SQLException, IOException {
        for (int version = 1; version <= latest(); version++) {
            List<String> statements = statements(version);
            for (int done = 1; done <= statements.size(); done++) {
                Fixture fixture = version == 1
                        ? new Fixture(new DatabaseAddress(database.freshUrl(), "", "").source())
                        : Fixture.of(database, version - 1);
                fixture.execute(statements.subList(0, done).toArray(String[]::new));

                // There are tables that no start has noted down: what a kill leaves
                migrate(fixture.source(), version);

                fixture.execute(Fixture.statements(version));
            }
        }
    }

    /** As a start does it. */
    private static void migrate(DataSource source, int version) {
        Flyway.configure()
                .dataSource(source)
                .target(String.valueOf(version))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static List<String> statements(int version) throws IOException {
        Resource[] scripts = new PathMatchingResourcePatternResolver()
                .getResources("classpath:db/migration/V" + version + "__*.sql");
        assertThat(scripts).as("scripts of version %s", version).hasSize(1);
        String text = scripts[0].getContentAsString(StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
        List<String> statements = new ArrayList<>();
        for (String statement : text.split(";", -1)) {
            if (!statement.isBlank()) {
                statements.add(statement);
            }
        }
        return statements;
    }
}
