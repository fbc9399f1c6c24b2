/** What a learner has done. May use {@code grading} and what lies below it. */
@NullMarked
package org.stride.learner;

import org.jspecify.annotations.NullMarked;
