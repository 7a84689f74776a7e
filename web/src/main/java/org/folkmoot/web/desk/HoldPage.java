package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextField;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// One legal hold.
///
/// @param note why no words are here; null where they are
/// @param voice the only copy left, once it was taken back; null before
public record HoldPage(
    String title,
    @Nullable ErrorSummary errors,
    String since,
    String standing,
    @Nullable String note,
    @Nullable VoiceItem voice,
    List<Link> files,
    String path,
    TextField why)
    implements Page {

  public HoldPage {
    files = List.copyOf(files);
  }

  public boolean hasFiles() {
    return !files.isEmpty();
  }

  @Override
  public String template() {
    return "desk/hold.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
