/// Initiatives, over HTTP.
@NullMarked
package org.folkmoot.initiative;

import org.jspecify.annotations.NullMarked;
