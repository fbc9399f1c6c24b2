/** One exercise: its text, its input, the cards to pick from, the verdict, and the comparison of two cards. */
@NullMarked
package org.stride.ui.exercise;

import org.jspecify.annotations.NullMarked;
