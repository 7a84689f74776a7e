/// Pages of stories and letters: telling one, reading them, and the councillors' page of all
/// stories before the decision.
@NullMarked
package org.folkmoot.web.story;

import org.jspecify.annotations.NullMarked;
