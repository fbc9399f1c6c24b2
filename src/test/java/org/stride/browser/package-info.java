/** The packaged application in a real browser, and as a process of its own. */
package org.stride.browser;
