package org.stride.learner.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stride.learner.StoreUnavailableException;

/**
 * Sees to it that what is committed survives a power cut. PostgreSQL does so by itself. H2 hands what is committed to the operating
 * system within a fifth of a second, and writes it to the disk only when it is told to.
 */
public final class Durability {
    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

    private final DataSource database;
    private final boolean needed;
    private final AtomicBoolean written = new AtomicBoolean();
    private final AtomicBoolean trouble = new AtomicBoolean();

    Durability(DataSource database, boolean needed) {
        this.database = database;
        this.needed = needed;
    }

    /** Something less urgent was committed: {@link #forceWhatWasWritten} is to see to it. */
    public void written() {
        written.set(true);
    }

    /** To be called again and again. */
    public void forceWhatWasWritten() {
        if (written.compareAndSet(true, false)) {
            try {
                force();
                trouble.set(false);
            } catch (StoreUnavailableException e) {
                written.set(true);
                if (trouble.compareAndSet(false, true)) {
                    LOG.warn(
                            "The database cannot be written to the disk, it is tried again every second: {}",
                            e.getCause() == null ? e : e.getCause().getMessage());
                }
            }
        }
    }

    /** @throws StoreUnavailableException if it is not certain that what was committed is kept: a full disk may have taken it away */
    void force() {
        if (!needed) {
            return;
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }
}
