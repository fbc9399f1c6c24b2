/** Parts that several screens use. A part knows no screen. */
@NullMarked
package org.stride.ui.part;

import org.jspecify.annotations.NullMarked;
