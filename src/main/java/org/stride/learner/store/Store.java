package org.stride.learner.store;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stride.learner.StoreUnavailableException;

/** Runs something in a transaction, again if another was in its way. */
final class Store {
    private static final int TRIES = 5;

    private final TransactionTemplate changing;
    private final TransactionTemplate reading;
    private final Gate gate;
    private final Durability durability;
    private final Outage outage;

    Store(PlatformTransactionManager manager, Gate gate, Durability durability, Outage outage) {
        changing = new TransactionTemplate(manager);
        reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        this.gate = gate;
        this.durability = durability;
        this.outage = outage;
    }

    /**
     * What changes something.
     *
     * @throws StoreUnavailableException if the database does not answer, or does not take it
     */
    <T> T change(Supplier<T> work) {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("What reads does not change anything");
        }
        return durability.change(() -> watched(() -> tried(changing, work)));
    }

    /**
     * What changes nothing: it waits for nobody.
     *
     * @throws StoreUnavailableException if the database does not answer
     */
    <T> T read(Supplier<T> work) {
        return watched(() -> tried(reading, work));
    }

    private <T> T watched(Supplier<T> transaction) {
        return gate.in(() -> {
            if (!outage.mayTry()) {
                throw new StoreUnavailableException(null);
            }
            boolean answered = true;
            try {
                return transaction.get();
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

    private static <T> T tried(TransactionTemplate transactions, Supplier<T> work) {
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

    void change(Runnable work) {
        change(() -> {
            work.run();
            return true;
        });
    }
}
