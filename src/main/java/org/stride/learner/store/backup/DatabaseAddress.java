package org.stride.learner.store.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stride.learner.store.DatabaseTrouble;

/** Where a database is, as Spring's settings name it. */
public record DatabaseAddress(String url, String user, String password) {
    DataSource source() {
        return new DriverManagerDataSource(url, user, password);
    }

    /** @throws BackupException with what is the matter, if nobody answers there */
    void reach() {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw new BackupException(
                    DatabaseTrouble.of(e)
                            .map(trouble -> trouble.sentence() + ". " + trouble.remedy())
                            .orElseGet(() -> "the database cannot be opened: " + e.getMessage()),
                    e);
        }
    }
}
