/// Signing in, over HTTP.
@NullMarked
package org.folkmoot.people;

import org.jspecify.annotations.NullMarked;
