/**
 * What a learner has done: drafts, attempts, progress. May use {@code exercise}; {@code learner.store} keeps it in a database, the only
 * place with SQL.
 */
@NullMarked
package org.stride.learner;

import org.jspecify.annotations.NullMarked;
