/// Texting, met over HTTP as a gateway and an officer meet it.
@NullMarked
package org.folkmoot.texting;

import org.jspecify.annotations.NullMarked;
