/** Pages for what went wrong, each with a way back. */
@NullMarked
package org.stride.ui.error;

import org.jspecify.annotations.NullMarked;
