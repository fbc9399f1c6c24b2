package org.stride.learner.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.stride.installation.DataFolder;

/** The databases that Stride keeps its work in, real ones: H2 in a file, and PostgreSQL, which is started once for all tests. */
public enum Databases {
    H2 {
        @Override
        public String freshUrl() {
            try {
                return new DataFolder(Files.createTempDirectory("stride-h2")).databaseUrl();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRESQL {
        @Override
        public String freshUrl() {
            String name = "stride_" + UUID.randomUUID().toString().replace('-', '_');
            EmbeddedPostgres server = Server.POSTGRESQL;
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return server.getJdbcUrl("postgres", name);
        }
    };

    /** The address of a database without anything in it. */
    public abstract String freshUrl();

    /** The store on a database without anything in it, as the application has it. */
    public ConfigurableApplicationContext open(Clock clock) {
        return open(freshUrl(), clock);
    }

    /** The store on a database. */
    public static ConfigurableApplicationContext open(String url, Clock clock) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "spring.datasource.url",
                                url,
                                "spring.datasource.hikari.maximum-pool-size",
                                "4",
                                // As application.properties has them
                                "spring.datasource.hikari.connection-timeout",
                                "2000",
                                "spring.datasource.hikari.validation-timeout",
                                "1000",
                                "spring.datasource.hikari.exception-override-class-name",
                                BrokenConnections.class.getName())));
        context.registerBean(Clock.class, () -> clock);
        context.register(Parts.class);
        context.refresh();
        return context;
    }

    @Configuration(proxyBeanMethods = false)
    @Import(LearnerStore.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        DataJdbcRepositoriesAutoConfiguration.class
    })
    static class Parts {}

    /** Started when the first test needs it; it ends with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRESQL = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(Files.createTempDirectory("stride-postgresql"))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
