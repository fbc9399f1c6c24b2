/** The pages, one package per screen; what several screens use is in {@code part}. A rim: nothing else may use it. */
@NullMarked
package org.stride.ui;

import org.jspecify.annotations.NullMarked;
