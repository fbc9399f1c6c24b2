/**
 * What there is to solve: the eight exercises, their cases, and the right and flawed ways that a learner can pick. May use
 * {@code array} and {@code kernel}. To add an exercise, write one {@link org.stride.exercise.Definition} and one folder
 * {@code exercises/<name>/} with its {@code exercise.yaml} and listings, and name the definition in
 * {@link org.stride.exercise.Catalogue}.
 */
@NullMarked
package org.stride.exercise;

import org.jspecify.annotations.NullMarked;
