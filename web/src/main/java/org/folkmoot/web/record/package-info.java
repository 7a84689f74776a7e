/// What people see of the record: thank-you, receipts, and what was said.
@NullMarked
package org.folkmoot.web.record;

import org.jspecify.annotations.NullMarked;
