/**
 * Stride teaches convolutional networks one step at a time. Packages go by feature; {@code docs/architecture.md} draws which may
 * use which, and the architecture test holds it.
 */
@NullMarked
package org.stride;

import org.jspecify.annotations.NullMarked;
