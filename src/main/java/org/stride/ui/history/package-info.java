/**
 * What a learner has done in a step: every attempt and every text that made room for another, as it was told then, compared with any
 * other, and brought back into the editor.
 */
@NullMarked
package org.stride.ui.history;

import org.jspecify.annotations.NullMarked;
