/// Pages that say something about the portal itself.
@NullMarked
package org.folkmoot.web.site;

import org.jspecify.annotations.NullMarked;
