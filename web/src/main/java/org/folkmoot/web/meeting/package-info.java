/// Pages of public meetings: the notice, the plan, the forms that look like the paper.
@NullMarked
package org.folkmoot.web.meeting;

import org.jspecify.annotations.NullMarked;
