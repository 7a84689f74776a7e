/// Pages for when something cannot be done.
@NullMarked
package org.folkmoot.web.problem;

import org.jspecify.annotations.NullMarked;
