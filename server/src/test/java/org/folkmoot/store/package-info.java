/// Contract tests of the store; they run against `-Dfolkmoot.test.mongodb=URI`, else embedded.
@NullMarked
package org.folkmoot.store;

import org.jspecify.annotations.NullMarked;
