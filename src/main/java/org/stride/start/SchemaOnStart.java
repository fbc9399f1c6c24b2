package org.stride.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.stride.installation.DataFolder;
import org.stride.learner.store.backup.SafeCopy;
import org.stride.learner.store.backup.Schema;

/**
 * Brings the tables up to date on start. An H2 file is copied first: H2 cannot take back half a migration. Migrations are written so
 * that one that was interrupted or failed can simply be made again.
 */
final class SchemaOnStart implements FlywayMigrationStrategy {
    private final DataFolder folder;
    private final Clock clock;

    SchemaOnStart(DataFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void migrate(Flyway flyway) {
        int present = Schema.present(flyway);
        int latest = Schema.latest(flyway);
        if (present > latest) {
            throw new StartException(
                    "The database is of a newer Stride: its tables are of version " + present + ", this Stride knows "
                            + latest,
                    "Start that newer version, or restore a backup of this one into another folder",
                    null);
        }
        if (Arrays.stream(flyway.info().all()).anyMatch(one -> one.getState() == MigrationState.FAILED)) {
            flyway.repair();
        }
        try {
            if (present > 0 && present < latest) {
                SafeCopy.of(flyway.getConfiguration().getDataSource(), copy(present));
            }
            flyway.migrate();
            folder.settle(Schema.lastRestored(flyway.getConfiguration().getDataSource()));
        } catch (IOException e) {
            throw new StartException(
                    "The database cannot be copied before its tables are brought up to date (" + e.getMessage() + ")",
                    "See whether the disk of " + folder.path() + " is full, and whether it may be written",
                    e);
        }
    }

    /** Named by the day: a start that fails again and again must not fill the disk. */
    private Path copy(int version) {
        return folder.path().resolve("stride-before-version-" + (version + 1) + "-" + LocalDate.now(clock) + ".mv.db");
    }
}
