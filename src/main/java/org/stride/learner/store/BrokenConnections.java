package org.stride.learner.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells the pool which connections are of no use any more. H2 closes a database that it could not write, such as on a full disk;
 * the next connection opens it again, once there is room, but the pool would go on with the old ones.
 */
public final class BrokenConnections implements SQLExceptionOverride {
    private static final int GENERAL_ERROR = 50000;
    private static final int IO_EXCEPTION = 90028;
    private static final int IO_EXCEPTION_OF_FILE = 90031;
    private static final int CONNECTION_BROKEN = 90067;
    private static final int DATABASE_IS_CLOSED = 90098;

    private static final Set<Integer> OF_H2 =
            Set.of(GENERAL_ERROR, IO_EXCEPTION, IO_EXCEPTION_OF_FILE, CONNECTION_BROKEN, DATABASE_IS_CLOSED);

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
        return OF_H2.contains(e.getErrorCode())
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
