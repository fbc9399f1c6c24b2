/**
 * All that the database holds as one zip file, and back: a manifest with counts and hashes, the installation's secret, and each table as
 * lines of JSON, columns by name, the same whether H2 or PostgreSQL wrote them. Tables and columns come from the database itself, so
 * that a new one needs nothing here; a type of column that is new needs a line in {@link org.stride.learner.store.backup.Column}.
 * Knows no Spring: the command line uses it as the server does.
 */
@NullMarked
package org.stride.learner.store.backup;

import org.jspecify.annotations.NullMarked;
