package org.folkmoot.web.consultation;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.jspecify.annotations.Nullable;

/// One question from the inside: how it stands, what is missing, where the work is.
///
/// @param checklist what must be there before it opens; empty once it is open
/// @param obstacle why it cannot be opened, else null
/// @param open the act that opens it, null where it is open, cannot be, or is not this person's
/// @param close the act that closes it, null likewise
public record DeskConsultationPage(
    String title,
    String state,
    boolean isOpen,
    String when,
    List<Check> checklist,
    @Nullable String obstacle,
    @Nullable Act open,
    @Nullable Act close,
    List<Link> waits,
    List<Group> groups,
    List<Link> links)
    implements Page {
  public DeskConsultationPage {
    checklist = List.copyOf(checklist);
    waits = List.copyOf(waits);
    groups = List.copyOf(groups);
    links = List.copyOf(links);
  }

  /// One thing that must be there.
  ///
  /// @param status "there" or "missing", in words
  /// @param href where it is put right, or null
  public record Check(boolean done, String status, String text, @Nullable String href) {}

  /// A button of its own.
  public record Act(String action, Button button) {}

  /// Pages that belong together.
  public record Group(String heading, List<Entry> entries) {
    public Group {
      entries = List.copyOf(entries);
    }
  }

  /// @param note what is done there
  public record Entry(String label, String href, String note) {}

  public boolean hasChecklist() {
    return !checklist.isEmpty();
  }

  public boolean hasWaits() {
    return !waits.isEmpty();
  }

  @Override
  public String template() {
    return "consultation/desk-consultation.mustache";
  }
}
