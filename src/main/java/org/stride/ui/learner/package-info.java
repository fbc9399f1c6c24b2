/**
 * Who is at the page, and what the pages and the browser keep of their work: the cookie, the learner of a visit, and the drafts that
 * editors send by themselves, outside of Vaadin's own requests.
 */
@NullMarked
package org.stride.ui.learner;

import org.jspecify.annotations.NullMarked;
