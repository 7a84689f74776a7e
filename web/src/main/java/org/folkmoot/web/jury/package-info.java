/// Pages about the people's jury: what it is and recommends, and the desk that sets it up.
@NullMarked
package org.folkmoot.web.jury;

import org.jspecify.annotations.NullMarked;
