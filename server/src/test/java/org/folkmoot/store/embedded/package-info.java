/// Tests of the embedded server itself: restarts, killed processes, use of indexes.
@NullMarked
package org.folkmoot.store.embedded;

import org.jspecify.annotations.NullMarked;
