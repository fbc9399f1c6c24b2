package org.stride.start;

import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stride.backup.Installation;
import org.stride.installation.CurrentSecret;
import org.stride.installation.DataFolder;
import org.stride.installation.Release;
import org.stride.learner.store.Gate;
import org.stride.learner.store.backup.Backups;
import org.stride.ui.learner.Visits;

/** The installation as a whole: who works with it, its schema, its backups. */
@Configuration(proxyBeanMethods = false)
class BackupParts {
    @Bean
    Occupied occupied(DataFolder folder, @Value("${spring.datasource.url}") String url) {
        return new Occupied(folder, url);
    }

    @Bean
    SchemaOnStart schemaOnStart(DataFolder folder, Clock clock, Occupied occupied) {
        return new SchemaOnStart(folder, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Installation installation(
            DataFolder folder, DataSource database, Clock clock, Gate gate, CurrentSecret secret, Visits visits) {
        return new Installation(
                folder, new Backups(database, Release.version(), clock), clock, new Installation.Surroundings() {
                    @Override
                    public void whileQuiet(Work work) throws IOException {
                        gate.whileShut(work::run);
                    }

                    @Override
                    public void restored() {
                        secret.readAgain();
                        visits.endAll();
                    }
                });
    }
}
