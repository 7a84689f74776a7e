/// Pages for those who work here: invitations, signing in, who may do what.
@NullMarked
package org.folkmoot.web.people;

import org.jspecify.annotations.NullMarked;
