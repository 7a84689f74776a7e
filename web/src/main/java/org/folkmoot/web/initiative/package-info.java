/// The page on which an officer describes an initiative.
@NullMarked
package org.folkmoot.web.initiative;

import org.jspecify.annotations.NullMarked;
