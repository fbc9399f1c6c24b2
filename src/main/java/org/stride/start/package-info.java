/**
 * How the application comes up: its parts and settings (docs/settings.md), the data folder with the installation's secret, and
 * one clear line for whatever keeps it from starting. May use everything; nothing may use it.
 */
@NullMarked
package org.stride.start;

import org.jspecify.annotations.NullMarked;
