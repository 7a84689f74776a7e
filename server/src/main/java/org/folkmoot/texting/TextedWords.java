package org.folkmoot.texting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.ledger.Act;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Added;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.ContributionGoneException;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.QuestionAnswer;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.SafeguardingWords;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.flow.Answer;
import org.folkmoot.sms.flow.FlowEngine;
import org.folkmoot.sms.flow.Question;
import org.folkmoot.sms.flow.Wishes;
import org.folkmoot.texting.Switchboard.Connected;
import org.folkmoot.web.Words;

/// Brings what people texted into the record, and takes it back. Thread-safe.
final class TextedWords {

  private final RecordService record;
  private final RecordReading reading;
  private final Vault vault;
  private final SafeguardingWords safeguarding = new SafeguardingWords();

  TextedWords(RecordService record, RecordReading reading, Vault vault) {
    this.record = record;
    this.reading = reading;
    this.vault = vault;
  }

  /// Whether words may mean danger; the record holds them then.
  boolean isWorrying(String said) {
    return safeguarding.match(said);
  }

  /// Words that may mean danger: set apart at once, with the number, so that the lead can turn to
  /// whoever wrote.
  Added worrying(
      Connected line, Phone phone, PhoneNumber number, String words, String language, String act) {
    return record.add(
        begun(line, phone, act)
            .text(words, language)
            .consent(Consent.countedOnly(Consent.Given.SMS, language))
            .tell(Tell.CODE, vault.keep(contact(number))));
  }

  /// More words from somebody whose GO we have: to be used as they allowed for what stands of
  /// theirs, and where nothing does read and counted, nothing more.
  Added more(Connected line, Phone phone, String words, String language, String act) {
    Optional<Contribution> before = latest(phone, line.slug());
    Consent consent =
        before
            .map(c ->
                new Consent(
                    Consent.CURRENT_WORDING,
                    language,
                    Consent.Given.SMS,
                    "",
                    c.consent().scopes(),
                    ""))
            .orElseGet(() -> Consent.countedOnly(Consent.Given.SMS, language));
    return record.add(
        begun(line, phone, act)
            .text(words, language)
            .under18(before.filter(Contribution::under18).isPresent())
            .consent(consent));
  }

  /// What became of new words for old ones.
  enum Changed {
    DONE,
    /// No such code, or it is not this phone's.
    UNKNOWN,
    /// It is taken back, or the safeguarding lead has it.
    TOO_LATE
  }

  /// Puts new words in the place of those behind a code, if they came from this phone: a number
  /// that is texted from and a code together are enough for it, and reveal nothing.
  Changed change(Phone phone, String code, String words, String language) {
    Optional<Contribution> found = byCode(code).filter(c -> isFrom(phone, c));
    if (found.isEmpty()) {
      return Changed.UNKNOWN;
    }
    Contribution c = found.get();
    try {
      boolean changed =
          c.isCorrectable() && record.rulings().correct(c.id(), words, language, Act.CONTRIBUTOR);
      return changed ? Changed.DONE : Changed.TOO_LATE;
    } catch (ContributionGoneException e) {
      return Changed.TOO_LATE; // taken back by its code on the website in this very moment
    }
  }

  /// A conversation's answers.
  ///
  /// @param number where to tell the decision; without one it is told by the code
  Added answers(
      Connected line,
      Phone phone,
      Optional<PhoneNumber> number,
      List<Answer> answers,
      Wishes wishes,
      String language,
      String act) {
    boolean tell = wishes.textMe() && number.isPresent();
    var scopes =
        new Consent.Scopes(wishes.mayQuote(), false, wishes.mayPublish(), false, false, false);
    NewContribution draft =
        begun(line, phone, act)
            .text(ownWords(line, answers), language)
            .consent(
                new Consent(Consent.CURRENT_WORDING, language, Consent.Given.SMS, "", scopes, ""))
            .under18(wishes.under18())
            .place(place(line, answers));
    answers.forEach(answer -> draft.answer(answer(line, answer, language)));
    if (number.isPresent() && (tell || isWorrying(ownWords(line, answers)))) {
      draft.tell(tell ? Tell.PHONE : Tell.CODE, vault.keep(contact(number.get())));
    }
    return record.add(draft);
  }

  /// Takes back what the code stands for, if it came from this phone.
  ///
  /// @return false if it is no such code
  boolean takeBack(Phone phone, String code) {
    Optional<Contribution> found = byCode(code).filter(c -> isFrom(phone, c));
    found
        .filter(c -> !c.status().isGone())
        .ifPresent(c -> record.takeBack(c.id(), Act.CONTRIBUTOR, ""));
    return found.isPresent();
  }

  /// Takes back everything this phone sent within the 14 days before it asked for that, and since
  /// then, to whatever line.
  void takeBackAll(Phone phone, PhoneNumber number, Instant asked) {
    Instant since = asked.minus(FlowEngine.WAITING);
    List<Contribution> all =
        phone.conversations().keySet().stream()
            .flatMap(slug -> from(phone, slug).stream())
            .filter(c -> !c.status().isGone())
            .toList();
    List<Contribution> late = all.stream().filter(c -> c.receivedAt().isAfter(since)).toList();
    late.forEach(c -> record.takeBack(c.id(), Act.CONTRIBUTOR, ""));
    if (late.size() == all.size()) {
      vault.forget(vault.reference(contact(number)));
    }
  }

  /// From now on what the code stands for is read and counted only.
  ///
  /// @return false if there is no such code, or nothing behind it any more
  boolean allowLess(String code) {
    Optional<Contribution> found = byCode(code).filter(c -> !c.status().isGone());
    found.ifPresent(this::allowLess);
    return found.isPresent();
  }

  /// The same for everything this phone sent to a consultation.
  void allowLessOfAll(Phone phone, String consultation) {
    from(phone, consultation).stream().filter(c -> !c.status().isGone()).forEach(this::allowLess);
  }

  private void allowLess(Contribution c) {
    record.allowLess(c.id(), Consent.Scopes.SHOWN, false, Consent.Asked.SMS, Act.CONTRIBUTOR, "");
  }

  /// The contribution behind a code, whoever sent it.
  Optional<Contribution> byCode(String code) {
    return ReceiptCode.parse(code).flatMap(reading::byReceipt);
  }

  /// Whether a contribution was taken back.
  boolean isGone(String contribution) {
    return record.find(contribution).filter(c -> c.status().isGone()).isPresent();
  }

  /// What this phone sent to a consultation last, if it still stands.
  Optional<Contribution> latest(Phone phone, String consultation) {
    return from(phone, consultation).stream().filter(c -> !c.status().isGone()).findFirst();
  }

  /// Everything this phone sent to a consultation, newest first, also what was taken back.
  List<Contribution> from(Phone phone, String consultation) {
    return reading.byParticipant(pseudonym(phone, consultation));
  }

  /// Whether it came from this phone, in the hands it is in.
  boolean isFrom(Phone phone, Contribution c) {
    return c.participant().equals(pseudonym(phone, c.consultation()));
  }

  private String pseudonym(Phone phone, String consultation) {
    return record.pseudonym(consultation, "phone:" + phone.name());
  }

  private NewContribution begun(Connected line, Phone phone, String act) {
    return NewContribution.to(line.slug(), Channel.SMS)
        .act(act)
        .participant(pseudonym(phone, line.slug()));
  }

  static Vault.Contact contact(PhoneNumber number) {
    return new Vault.Contact(Vault.Kind.PHONE, number.e164());
  }

  private static QuestionAnswer answer(Connected line, Answer answer, String language) {
    Optional<Question> question = line.flow().question(answer.question());
    String prompt = question.map(q -> line.flow().ask(q, language)).orElse("");
    List<String> chosen =
        answer.keys().stream().map(key -> chosen(question, key, language)).toList();
    return new QuestionAnswer(
        answer.question(),
        prompt,
        answer.keys(),
        chosen,
        isOwnWords(line, answer) ? answer.said() : "");
  }

  private static String chosen(Optional<Question> question, String key, String language) {
    if (question.isEmpty()) {
      return key;
    }
    return switch (question.get().kind()) {
      case YES_NO -> Words.of(language).say(key.equals("1") ? "common.yes" : "common.no");
      case CHOICE ->
          question.get().choices().stream()
              .filter(c -> c.key().equals(key) && !c.words().isEmpty())
              .map(c -> c.words().getFirst())
              .findFirst()
              .orElse(key);
      case OPEN, PLACE, NUMBER -> key;
    };
  }

  private static String ownWords(Connected line, List<Answer> answers) {
    return answers.stream()
        .filter(answer -> isOwnWords(line, answer))
        .map(Answer::said)
        .collect(Collectors.joining("\n"));
  }

  /// An open answer, or words somebody wrote where a number was asked for.
  private static boolean isOwnWords(Connected line, Answer answer) {
    Optional<Question.Kind> kind = line.flow().question(answer.question()).map(Question::kind);
    if (kind.isEmpty() || kind.get() == Question.Kind.OPEN) {
      return !answer.said().isEmpty();
    }
    return kind.get() != Question.Kind.PLACE && answer.said().split("\\s+", -1).length > 3;
  }

  private static String place(Connected line, List<Answer> answers) {
    return answers.stream()
        .filter(answer ->
            line.flow()
                .question(answer.question())
                .filter(q -> q.kind() == Question.Kind.PLACE)
                .isPresent())
        .flatMap(answer -> answer.keys().stream())
        .findFirst()
        .orElse("");
  }
}
