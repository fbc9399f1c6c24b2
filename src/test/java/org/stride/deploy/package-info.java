/** The manifests of the folder {@code deploy}, for more than one machine: looked at, and run as far as one machine can. */
package org.stride.deploy;
