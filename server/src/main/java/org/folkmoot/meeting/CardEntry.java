package org.folkmoot.meeting;

import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.record.ReceiptCode;

/// What one comment card says.
///
/// @param language BCP 47, of what was written
/// @param answers the ticks on the card; `given` on paper
public record CardEntry(ReceiptCode code, String text, String language, ClosingAnswers answers) {}
