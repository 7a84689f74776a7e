package org.folkmoot.story;

import java.time.LocalDate;
import org.folkmoot.media.MediaId;
import org.jspecify.annotations.Nullable;

/// A letter as staff enter it, its text checked against the paper or the file.
///
/// @param act id of the sending; the same again is the same letter. Empty: always a new one
/// @param writer who wrote it: kept for staff, shown to others only as far as `uses` names it
/// @param organisation true if it speaks for an organisation
/// @param receivedOn the day it came
/// @param title what it is about; may be empty
/// @param language BCP 47, of the text
/// @param file the letter itself, from [LetterService#receive]; null if there is only paper
/// @param typed true if staff typed the text from a scan or from paper
/// @param enteredBy name of the member of staff
public record LetterDraft(
    String consultation,
    String act,
    String writer,
    boolean organisation,
    LocalDate receivedOn,
    String title,
    String text,
    String language,
    Uses uses,
    @Nullable MediaId file,
    boolean typed,
    String enteredBy) {

  /// What the writer allowed.
  ///
  /// @param under18 true if the letter says its writer is under 18
  public record Uses(boolean quoted, boolean named, boolean published, boolean under18) {}
}
