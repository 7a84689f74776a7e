package org.folkmoot.web.record;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// What became of one voice. The code alone shows this much; `said` is there only for whom the
/// words are open, `ask` where they can be opened by typing two of them.
///
/// @param state where it stands, in one sentence
/// @param why the reason it is not shown, or null
/// @param gone it was taken back; then nothing can be changed
/// @param undo for as long as it can be put back; else null
/// @param notShown what its contributor can do about its not being shown; null where it is
/// @param waits that a wish to take it back waits for a person; or null
/// @param sound whether it is as the log says
/// @param kept what is kept of it, `seen` who can see it, `used` what it was used for; in sentences
/// @param more the finer uses, and `allowed` what was allowed when, a line each, oldest first
/// @param correctHref where a new wording can be sent, and `addHref` something more; null where not
/// @param prove that the words must be opened for that first; or null
/// @param linked what was added to it or what it adds to; empty unless the words are open
/// @param takingBack until when that can be undone, and how it is done by text; null once it is
///   taken back
/// @param place its number in the log, or that something is wrong, in a sentence
public record ReceiptPage(
    String title,
    String code,
    String state,
    @Nullable String why,
    boolean gone,
    Drawing drawing,
    String door,
    String question,
    String questionHref,
    List<String> kept,
    List<String> seen,
    List<String> used,
    List<Step> steps,
    List<String> uses,
    List<String> more,
    List<String> allowed,
    List<Outcome> outcomes,
    boolean sound,
    String place,
    String logHref,
    @Nullable VoiceItem said,
    @Nullable TwoWords ask,
    @Nullable ErrorSummary errors,
    String useHref,
    String takeBackHref,
    @Nullable String correctHref,
    @Nullable String addHref,
    @Nullable String prove,
    List<Link> linked,
    @Nullable String takingBack,
    @Nullable Undo undo,
    @Nullable String waits,
    @Nullable NotShown notShown)
    implements Page {

  public ReceiptPage {
    kept = List.copyOf(kept);
    seen = List.copyOf(seen);
    used = List.copyOf(used);
    steps = List.copyOf(steps);
    uses = List.copyOf(uses);
    more = List.copyOf(more);
    allowed = List.copyOf(allowed);
    linked = List.copyOf(linked);
    outcomes = List.copyOf(outcomes);
  }

  /// Something that happened.
  ///
  /// @param note the reason, or what it was grouped under; or null
  public record Step(String iso, String date, String what, @Nullable String note) {}

  /// What was decided about one theme; texts that are not there are null.
  public record Outcome(
      String theme,
      boolean answered,
      @Nullable String heard,
      @Nullable String did,
      @Nullable String whyNot,
      @Nullable String who) {}

  /// What can be done about not being shown.
  ///
  /// @param change what can be changed, or null
  /// @param correctHref where it is written anew, or null while the words are closed
  /// @param askHref where a second look is asked for, or null once that was done
  /// @param asked where the second look stands, or null
  public record NotShown(
      @Nullable String change,
      @Nullable String correctHref,
      @Nullable String askHref,
      @Nullable String asked) {}

  /// Putting back what was taken back with the code alone.
  ///
  /// @param until until when, in a sentence
  public record Undo(String until, String action) {}

  /// The form that opens the words.
  public record TwoWords(String action, TextField first, TextField second) {}

  public boolean hasLinked() {
    return !linked.isEmpty();
  }

  public boolean hasOutcomes() {
    return !outcomes.isEmpty();
  }

  @Override
  public String template() {
    return "record/receipt.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
