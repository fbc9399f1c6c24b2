/** The way in: what Stride is, and the eight steps as a path. */
@NullMarked
package org.stride.ui.home;

import org.jspecify.annotations.NullMarked;
