package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// One question of a line, to be written in each language.
///
/// @param id empty for one that is new
/// @param texts by language, each with what it costs as it stands
/// @param again the same in other words
/// @param choices one a line: what is answered, then the words people may write instead
public record FlowQuestionPage(
    String title,
    @Nullable ErrorSummary errors,
    String action,
    String backHref,
    String id,
    Choices kind,
    List<TextArea> texts,
    List<TextArea> again,
    TextArea choices,
    Checkbox several,
    TextField from,
    TextField to,
    TextArea only,
    TextArea unless)
    implements Page {
  public FlowQuestionPage {
    texts = List.copyOf(texts);
    again = List.copyOf(again);
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "texting/flow-question.mustache";
  }
}
