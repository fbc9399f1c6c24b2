package org.stride.learner.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stride.learner.StoreUnavailableException;

/**
 * Sees to it that what is committed survives a crash and a power cut, each transaction whole or not at all. PostgreSQL does so by itself.
 * H2 writes its tables and indexes to its file one after the other, whatever others change meanwhile: after a crash, half of such a
 * transaction would stay. So here it writes only when it is told to, and then nobody is in mid-transaction.
 */
public final class Durability {
    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

    /** Of what stands in the file, so many of a hundred bytes are to be still of use. */
    private static final int FILL_RATE = 80;

    /** Moved at once, in bytes: those who change something wait for it. */
    private static final int MOST_MOVED = 1 << 20;

    private final DataSource database;
    private final Gate gate;
    private final boolean needed;

    /** Of those who change something, and of who writes it to the file. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final Task handOver = new Task(true);
    private final Task toDisk = new Task(true);
    private final Task compacting = new Task(false);

    static Durability of(DataSource database, Gate gate) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            if (h2) {
                // Its own writer sleeps for as long as the address says, and would wake after some days
                mvStore(connection).setAutoCommitDelay(-1);
            }
            return new Durability(database, gate, h2);
        }
    }

    private Durability(DataSource database, Gate gate, boolean needed) {
        this.database = database;
        this.gate = gate;
        this.needed = needed;
    }

    /** A transaction that changes something, from its beginning to its end. */
    <T> T change(Supplier<T> transaction) {
        if (!needed) {
            return transaction.get();
        }
        turn.lock();
        try {
            return transaction.get();
        } finally {
            handOver.due.set(true);
            toDisk.due.set(true);
            compacting.due.set(true);
            turn.unlock();
        }
    }

    /** Hands what was committed to the operating system: it outlives this process then. To be called several times a second. */
    public void handOver() {
        ifDue(handOver, () -> execute("checkpoint"));
    }

    /** Brings what was committed to the disk: it outlives a power cut then. To be called every second. */
    public void forceWhatWasWritten() {
        ifDue(toDisk, () -> execute("checkpoint sync"));
    }

    /** Gives room in the file back to use. To be called now and then. */
    public void compact() {
        ifDue(compacting, () -> exclusively(connection -> mvStore(connection).compact(FILL_RATE, MOST_MOVED)));
    }

    /** @throws StoreUnavailableException if it is not certain that what was committed is kept: a full disk may have taken it away */
    void force() {
        if (needed) {
            execute("checkpoint sync");
        }
    }

    /** Something that is done again and again, if there is anything to do. */
    private static final class Task {
        final AtomicBoolean due;
        final AtomicBoolean trouble = new AtomicBoolean();

        Task(boolean due) {
            this.due = new AtomicBoolean(due);
        }
    }

    private void ifDue(Task task, Runnable work) {
        if (!needed || gate.isShut() || !task.due.compareAndSet(true, false)) {
            return;
        }
        try {
            work.run();
            task.trouble.set(false);
        } catch (StoreUnavailableException e) {
            task.due.set(true);
            if (!gate.isShut() && task.trouble.compareAndSet(false, true)) {
                LOG.warn("The database cannot be written to the disk, it is tried again", e);
            }
        }
    }

    private void execute(String command) {
        exclusively(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(command);
            }
        });
    }

    /** What is done to the file while nobody is in mid-transaction. */
    private interface Work {
        boolean on(Connection connection) throws SQLException;
    }

    private void exclusively(Work work) {
        // First the turn, then a connection: whoever has his turn waits for a connection too
        var unused = gate.in(() -> {
            turn.lock();
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            } catch (SQLException | MVStoreException e) {
                throw new StoreUnavailableException(e);
            } finally {
                turn.unlock();
            }
        });
    }

    private static MVStore mvStore(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
