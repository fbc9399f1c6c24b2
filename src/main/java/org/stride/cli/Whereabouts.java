package org.stride.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.stride.backup.Installation;
import org.stride.backup.Keeper;
import org.stride.backup.RunningInstallation;
import org.stride.installation.DataFolder;
import org.stride.installation.Occupancy;
import org.stride.installation.Release;
import org.stride.installation.UnusableDataFolderException;
import org.stride.learner.store.backup.BackupProgress;
import org.stride.learner.store.backup.Backups;
import org.stride.learner.store.backup.DatabaseAddress;

/**
 * Which installation is meant: its data folder and its database, named as for {@code serve}, by settings after {@code --} or in the
 * environment.
 */
final class Whereabouts {
    static final String FOLDER = "stride.data";
    static final String URL = "spring.datasource.url";
    static final String USER = "spring.datasource.username";
    static final String PASSWORD = "spring.datasource.password";

    /** A server that has just been started has taken the folder before it can be talked to. */
    private static final int TRIES = 40;

    private static final int MILLISECONDS_BETWEEN = 250;

    private final Map<String, String> named = new HashMap<>();
    private final Map<String, String> environment;

    Whereabouts(List<String> settings, Map<String, String> environment) {
        this.environment = environment;
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (!setting.startsWith("--") || equals < 0) {
                throw new CommandException(
                        "expected settings such as --" + URL + "=jdbc:postgresql://… after --, got " + setting);
            }
            named.put(setting.substring(2, equals), setting.substring(equals + 1));
        }
    }

    private @Nullable String value(String key) {
        String value =
                named.getOrDefault(key, environment.get(key.replace('.', '_').toUpperCase(Locale.ROOT)));
        return value == null || value.isBlank() ? null : value;
    }

    DataFolder folder() {
        String folder = value(FOLDER);
        return new DataFolder(folder == null ? DataFolder.ofUser() : Path.of(folder));
    }

    /** The database's own driver says what to do with a user that is not named. */
    private DatabaseAddress address(DataFolder folder) {
        String url = value(URL);
        String user = value(USER);
        String password = value(PASSWORD);
        return new DatabaseAddress(
                url == null ? folder.databaseUrl() : url, user == null ? "" : user, password == null ? "" : password);
    }

    /** The server that runs on the data folder if one does, otherwise this very process. */
    Keeper keeper() throws IOException, InterruptedException {
        DataFolder folder = folder();
        try {
            for (int tried = 0; tried < TRIES; tried++) {
                Optional<Occupancy> taken = folder.occupy();
                if (taken.isPresent()) {
                    return own(folder, taken.get());
                }
                Optional<Keeper> server = server(folder);
                if (server.isPresent()) {
                    return server.get();
                }
                Thread.sleep(MILLISECONDS_BETWEEN);
            }
        } catch (UnusableDataFolderException e) {
            throw new CommandException(e.getMessage() + ". " + e.remedy());
        }
        throw new CommandException("another process works with " + folder.path()
                + " and does not answer: wait until it is done, or stop it");
    }

    private static Optional<Keeper> server(DataFolder folder) {
        return folder.occupant().flatMap(occupant -> {
            try {
                return Optional.of(RunningInstallation.at(occupant.socket()));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private Keeper own(DataFolder folder, Occupancy taken) throws IOException {
        // What Flyway does is no news for whoever asked for a backup
        if (LoggerFactory.getLogger("org.flywaydb") instanceof Logger flyway) {
            flyway.setLevel(Level.ERROR);
        }
        try {
            Clock clock = Clock.system(ZoneId.systemDefault());
            Backups backups = Backups.at(address(folder), Release.version(), clock);
            Installation installation = new Installation(folder, backups, clock, Installation.Surroundings.NONE);
            installation.settle();
            return new Held(installation, backups, taken);
        } catch (IOException | RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    /** Keeps servers from starting meanwhile. */
    private record Held(Installation installation, Backups backups, Occupancy taken) implements Keeper {
        @Override
        public Kept backup(OutputStream out, BackupProgress progress) throws IOException {
            return installation.backup(out, progress);
        }

        @Override
        public Outcome restore(Path file, Question question, BackupProgress progress) throws IOException {
            Outcome outcome = installation.restore(file, question, progress);
            backups.tidy();
            return outcome;
        }

        @Override
        public void close() {
            taken.close();
        }
    }
}
