/** Lessons on pages: folded into an exercise’s, and chapters on pages of their own. To show more in them, see {@code Blocks}. */
@NullMarked
package org.stride.ui.lesson;

import org.jspecify.annotations.NullMarked;
