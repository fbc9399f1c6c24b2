/**
 * Backup and restore of an installation: the database's rows ({@code learner.store.backup}) and its secret ({@code installation})
 * together. {@link org.stride.backup.Installation} does the work; {@link org.stride.backup.Counter} lets other programs of the same user
 * ask a running server for it, {@link org.stride.backup.RunningInstallation} asks.
 */
@NullMarked
package org.stride.backup;

import org.jspecify.annotations.NullMarked;
