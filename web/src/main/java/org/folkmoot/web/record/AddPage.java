package org.folkmoot.web.record;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.jspecify.annotations.Nullable;

/// A contributor says something more.
///
/// @param lead what happens with it, and `uses` how it is used, a sentence each
/// @param key proof that the words were opened, sent along; empty on the device that sent them
/// @param act makes sending twice one thing
/// @param before what was said first
public record AddPage(
    String title,
    String code,
    List<String> lead,
    List<String> uses,
    @Nullable ErrorSummary errors,
    String action,
    String key,
    String act,
    VoiceItem before,
    TextArea words,
    String backHref)
    implements Page {

  public AddPage {
    lead = List.copyOf(lead);
    uses = List.copyOf(uses);
  }

  @Override
  public String template() {
    return "record/add.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
