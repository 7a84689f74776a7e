/// Real files against the real child process and the real store.
@NullMarked
package org.folkmoot.media;

import org.jspecify.annotations.NullMarked;
