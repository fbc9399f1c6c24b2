/**
 * The keys that do something, told on one sheet. A key that is bound anywhere gets its line in {@link
 * org.stride.ui.keyboard.Shortcut} and its check in {@code ShortcutsIT}, which presses what the sheet says.
 */
@NullMarked
package org.stride.ui.keyboard;

import org.jspecify.annotations.NullMarked;
