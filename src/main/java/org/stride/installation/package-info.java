/** What an installation keeps for itself on this machine: its data folder, and the secret in it. */
@NullMarked
package org.stride.installation;

import org.jspecify.annotations.NullMarked;
