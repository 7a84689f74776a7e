/// The first page: what is being asked just now.
@NullMarked
package org.folkmoot.web.home;

import org.jspecify.annotations.NullMarked;
