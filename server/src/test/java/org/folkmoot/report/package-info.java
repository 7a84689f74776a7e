/// What the report room promises.
@NullMarked
package org.folkmoot.report;

import org.jspecify.annotations.NullMarked;
