package org.stride.rest;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes in which format a report is asked for. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description =
                "The report’s format. If left out, what the request accepts decides, and JSON if it does not matter.",
        schema = @Schema(allowableValues = {"text", "json", "junit", "gradescope", "csv"}))
@interface FormatParameter {}
