@NullMarked
package org.folkmoot.comeback;

import org.jspecify.annotations.NullMarked;
