/**
 * A learner's own work as files: code from notebooks and scripts in, a notebook out, everything that Stride knows about the learner
 * out, in again elsewhere, or deleted. What a file means for the steps is decided in {@link org.stride.ui.work.Offers}, without a page.
 */
@NullMarked
package org.stride.ui.work;

import org.jspecify.annotations.NullMarked;
