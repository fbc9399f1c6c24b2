/** Pages for whoever runs an installation. On a machine of one's own, that is everybody. */
@NullMarked
package org.stride.ui.admin;

import org.jspecify.annotations.NullMarked;
