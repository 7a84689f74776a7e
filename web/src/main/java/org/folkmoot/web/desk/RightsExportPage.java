package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// Everything about one person, to be printed and handed over.
public record RightsExportPage(
    String title, String backHref, List<String> contacts, List<Said> said) implements Page {

  public RightsExportPage {
    contacts = List.copyOf(contacts);
    said = List.copyOf(said);
  }

  /// One thing they said, with what was done with it.
  ///
  /// @param voice null where only the safeguarding lead may read it
  public record Said(
      String code, String standing, @Nullable VoiceItem voice, List<String> history) {
    public Said {
      history = List.copyOf(history);
    }
  }

  @Override
  public String template() {
    return "desk/rights-export.mustache";
  }
}
