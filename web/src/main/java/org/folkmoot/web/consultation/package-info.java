/// The pages of a question: what residents read before they take part, and what the officer fills
/// in, opens and closes.
@NullMarked
package org.folkmoot.web.consultation;

import org.jspecify.annotations.NullMarked;
