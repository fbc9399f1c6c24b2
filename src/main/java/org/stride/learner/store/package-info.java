/**
 * The database: drafts, the history of attempts and texts, hints, time. The only place with SQL, which is the same for H2 and PostgreSQL; the
 * schema is made by Flyway from {@code db/migration}. Whoever asks names the learner, and gets nothing of anybody else's. Where the
 * database does not answer, everything here throws {@link org.stride.learner.StoreUnavailableException}.
 */
@NullMarked
package org.stride.learner.store;

import org.jspecify.annotations.NullMarked;
