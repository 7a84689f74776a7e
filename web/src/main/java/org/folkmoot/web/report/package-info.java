/// Pages of the report: figures, the report itself, what was decided, and their desk.
@NullMarked
package org.folkmoot.web.report;

import org.jspecify.annotations.NullMarked;
