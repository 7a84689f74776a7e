package org.folkmoot.calling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.record.Added;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Withdrawals;
import org.folkmoot.sms.voice.CallQuestion;
import org.folkmoot.sms.voice.CallScript;
import org.folkmoot.sms.voice.CallState;
import org.folkmoot.web.Words;

/// Brings what callers answered into the record, and takes it back. Thread-safe.
final class SpokenAnswers {

  /// The question that is answered in one's own voice.
  private static final String STORY = "STORY";

  private final RecordService record;
  private final RecordReading reading;

  SpokenAnswers(RecordService record, RecordReading reading) {
    this.record = record;
    this.reading = reading;
  }

  /// The id that what this call answered has, whether it is there or not.
  static String idOf(Call call) {
    return idOf(call.consultation(), call.id());
  }

  static String idOf(String consultation, String call) {
    return NewContribution.idOf(consultation, Channel.PHONE, call);
  }

  /// Keeps what was answered; the same call again adds nothing.
  Added keep(CallScript script, Call call, CallState said) {
    String language = said.language();
    var scopes = new Consent.Scopes(said.mayQuote(), false, said.mayShow(), false, false, false);
    NewContribution draft =
        NewContribution.to(call.consultation(), Channel.PHONE)
            .act(call.id())
            .participant(participant(call))
            .capturedAs(said.story() ? CaptureKind.SELF_RECORDED : CaptureKind.SELF_TYPED)
            .text("", language)
            .consent(
                new Consent(
                    Consent.CURRENT_WORDING, language, Consent.Given.SPOKEN, "", scopes, ""))
            .under18(said.under18());
    for (CallQuestion question : script.questions()) {
      question.choices().stream()
          .filter(c -> c.key().equals(said.answers().get(question.id())))
          .forEach(c -> draft.answer(answer(question, c, language)));
    }
    if (said.story()) {
      String asked = script.openQuestion().getOrDefault(language, "");
      String how = Words.of(language).say("calling.recorded");
      draft.answer(new QuestionAnswer(STORY, asked, List.of(), List.of(how), ""));
    }
    return record.add(draft);
  }

  private static QuestionAnswer answer(
      CallQuestion question, CallQuestion.Choice choice, String language) {
    return new QuestionAnswer(
        question.id(),
        question.ask().getOrDefault(language, ""),
        List.of(choice.means()),
        List.of(choice.label().getOrDefault(language, choice.means())),
        "");
  }

  /// What this call kept.
  Optional<Contribution> kept(Call call) {
    return record.find(idOf(call));
  }

  /// What stands for the digits of a code.
  Optional<Contribution> byDigits(String digits) {
    return ReceiptCode.parseDigits(digits).flatMap(reading::byReceipt);
  }

  /// Takes back by the code alone: a number that calls proves nothing, so that it can be put back
  /// for some days.
  Withdrawals.Outcome takeBack(Contribution c, boolean crowded) {
    return record.withdrawals().byCode(c.id(), crowded);
  }

  /// What came from a caller, newest first, also what was taken back.
  List<Contribution> saidBy(String consultation, String caller) {
    return reading.everythingBy(record.pseudonym(consultation, "phone:" + caller));
  }

  /// The same name as texts from the same number have; one of its own for a withheld number.
  private String participant(Call call) {
    String whose = call.caller().isEmpty() ? "call:" + call.id() : "phone:" + call.caller();
    return record.pseudonym(call.consultation(), whose);
  }

  /// Names for the words that are said around the questions, by language.
  static Map<String, Map<String, String>> names(
      List<String> languages, String council, String country) {
    var names = new HashMap<String, Map<String, String>>();
    for (String language : languages) {
      String where =
          switch (country) {
            case "GB" -> "gb";
            case "IE" -> "ie";
            default -> "eu";
          };
      String danger = Words.of(language).say("texting.sms.danger." + where);
      // Read as digits, not as a number of hundreds.
      names.put(
          language,
          Map.of("council", council, "danger", danger.replaceAll("(?<=[0-9])(?=[0-9])", " ")));
    }
    return names;
  }
}
