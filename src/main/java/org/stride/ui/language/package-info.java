/** In which language a page speaks: that which the visitor chose, else that of their browser, else English. */
@NullMarked
package org.stride.ui.language;

import org.jspecify.annotations.NullMarked;
