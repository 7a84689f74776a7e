/// The printed kit of a meeting.
@NullMarked
package org.folkmoot.web.kit;

import org.jspecify.annotations.NullMarked;
