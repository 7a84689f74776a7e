package org.folkmoot.web.record;

import org.folkmoot.web.Page;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.MoreChoices;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Change how it is used.
///
/// @param key proof that the words were opened, sent along; empty without it
/// @param more folded away; may hold nothing
/// @param locked why less is offered here than the contributor may want, or null
public record UsePage(
    String title,
    String code,
    String action,
    String key,
    @Nullable String locked,
    @Nullable ErrorSummary errors,
    Choices use,
    @Nullable TextField useName,
    @Nullable Checkbox website,
    MoreChoices more,
    @Nullable String young,
    Choices tell,
    @Nullable TextField tellPhone,
    @Nullable TextField tellEmail,
    String backHref)
    implements Page {

  @Override
  public String template() {
    return "record/use.mustache";
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }
}
