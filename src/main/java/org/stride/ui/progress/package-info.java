/** How far a learner is: the steps, the mistakes, the predictions and the time, each where a look at it tells most. */
@NullMarked
package org.stride.ui.progress;

import org.jspecify.annotations.NullMarked;
