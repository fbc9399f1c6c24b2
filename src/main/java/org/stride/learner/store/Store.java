package org.stride.learner.store;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.stride.learner.StoreUnavailableException;

/** Runs something in a transaction, again if another was in its way. */
final class Store {
    private static final int TRIES = 5;

    private final TransactionTemplate transactions;
    private final Gate gate;
    private final Outage outage;

    Store(PlatformTransactionManager manager, Gate gate, Outage outage) {
        transactions = new TransactionTemplate(manager);
        this.gate = gate;
        this.outage = outage;
    }

    /** @throws StoreUnavailableException if the database does not answer, or does not take it */
    <T> T in(Supplier<T> work) {
        return gate.in(() -> {
            if (!outage.mayTry()) {
                throw new StoreUnavailableException(null);
            }
            boolean answered = true;
            try {
                return tried(work);
            } catch (CannotCreateTransactionException | DataAccessResourceFailureException e) {
                answered = false;
                throw new StoreUnavailableException(e);
            } catch (DataAccessException | TransactionException e) {
                throw new StoreUnavailableException(e);
            } finally {
                if (answered) {
                    outage.answered();
                } else {
                    outage.didNotAnswer();
                }
            }
        });
    }

    private <T> T tried(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return transactions.execute(status -> work.get());
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                // Two at once have made the same row, say: the next time it is there.
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }
}
