/// Pages of the statements: agree, not sure or disagree; one of your own; how it stands.
@NullMarked
package org.folkmoot.web.statement;

import org.jspecify.annotations.NullMarked;
