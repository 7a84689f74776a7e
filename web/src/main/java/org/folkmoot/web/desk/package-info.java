/// The desk: the record as staff work through it.
@NullMarked
package org.folkmoot.web.desk;

import org.jspecify.annotations.NullMarked;
