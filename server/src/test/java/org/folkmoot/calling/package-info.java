/// Calling, met as a caller and an officer meet it.
@NullMarked
package org.folkmoot.calling;

import org.jspecify.annotations.NullMarked;
