package org.folkmoot.web.report;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Where an officer records what was decided and answers each theme and recommendation.
///
/// @param stillHearing said while nothing can be recorded yet, else null
public record EditDecisionPage(
    String title,
    @Nullable ErrorSummary errors,
    @Nullable String stillHearing,
    String decisionAction,
    TextArea text,
    TextField by,
    TextField on,
    TextField vote,
    String answerAction,
    List<AnswerForm> answers,
    @Nullable String readHref,
    String outboxHref)
    implements Page {

  public EditDecisionPage {
    answers = List.copyOf(answers);
  }

  /// The answer to one theme or recommendation.
  public record AnswerForm(
      String anchor,
      String subjectId,
      String subject,
      @Nullable String note,
      boolean unanswered,
      List<AnswerField> answerFields,
      String who,
      String when,
      List<ProgressOption> progressOptions) {
    public AnswerForm {
      answerFields = List.copyOf(answerFields);
      progressOptions = List.copyOf(progressOptions);
    }
  }

  /// @param fieldId unique on the page, where many forms have a field of the same name
  public record AnswerField(String fieldId, String fieldName, String fieldLabel, String written) {}

  public record ProgressOption(String progressValue, String progressLabel, boolean selected) {}

  public boolean hasAnswers() {
    return !answers.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "report/edit-decision.mustache";
  }
}
