package org.stride.rest;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes which functions are asked for. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description =
                "Only these functions, each of which must then be there; by comma, or named again and again. All eight if left"
                        + " out, the backward half of them optional.")
@interface ExercisesParameter {}
