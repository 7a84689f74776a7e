package org.folkmoot.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Contribution;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.sms.flow.FlowText;
import org.folkmoot.store.OneAtATime;
import org.folkmoot.texting.Hearing.Heard;
import org.folkmoot.texting.Phone.Conversation;
import org.folkmoot.texting.Switchboard.Connected;

/// Texts in, and what silence does. Two texts of one phone never run at the same time. Thread-safe.
public final class TextingService {

  /// How long a message told again gets the answer it got first.
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private static final Duration JUST_TEXTED = Duration.ofMinutes(15);

  private static final int BATCH = 500;

  private final TextingRepository repository;
  private final Switchboard switchboard;
  private final Hearing hearing;
  private final SendingService sending;
  private final Threads threads;
  private final Pictures pictures;
  private final Attention attention;
  private final Vault vault;
  private final InstantSource time;
  private final OneAtATime alone = new OneAtATime();

  TextingService(
      TextingRepository repository,
      Switchboard switchboard,
      Hearing hearing,
      SendingService sending,
      Threads threads,
      Pictures pictures,
      Attention attention,
      Vault vault,
      InstantSource time) {
    this.repository = repository;
    this.switchboard = switchboard;
    this.hearing = hearing;
    this.sending = sending;
    this.threads = threads;
    this.pictures = pictures;
    this.attention = attention;
    this.vault = vault;
    this.time = time;
  }

  public Optional<TextLine> line(String consultation) {
    return repository.line(consultation);
  }

  /// Sets a consultation's line up; changing it leaves conversations where they are.
  public void setUp(TextLine line) {
    repository.save(line);
  }

  /// Who else uses this keyword on this number.
  public Optional<String> keywordTakenBy(String keyword, String number, String except) {
    return switchboard.at(number).stream()
        .filter(c -> !c.slug().equals(except) && c.line().keyword().equalsIgnoreCase(keyword))
        .filter(Connected::isHearing)
        .map(c -> c.consultation().title())
        .findFirst();
  }

  /// How many phones have texted about a consultation.
  public int conversations(String consultation) {
    return repository.conversations(consultation);
  }

  /// Hears a text and says what to answer. What it makes is durable when this returns; the same
  /// message again makes nothing and gets the same answer.
  public List<String> hear(InboundMessage message) {
    String reference = reference(message.from());
    String act = Inbox.act(message);
    return alone.with(
        reference,
        () -> {
          while (true) {
            Phone phone = repository.phone(reference);
            var before = phone.answerTo(act).or(() -> older(phone, act));
            if (before.isPresent()) {
              return before.get();
            }
            var line = switchboard.connect(message.to(), message.body(), phone);
            if (line.isEmpty()) {
              attention.stopsNobodyAsked(message).ifPresent(at -> repository.stop(reference, at));
              pictures.unasked(message, reference);
              return List.of();
            }
            var text =
                new Hearing.Text(
                    message.from(),
                    said(message, line.get(), phone),
                    act,
                    message.optOut(),
                    message.receivedAt(),
                    message.media().size());
            Heard heard = hearing.hear(line.get(), phone, text);
            List<String> replies =
                attention.answers(
                    line.get(),
                    message,
                    heard.phone(),
                    phone.version() == 0,
                    heard.replies().stream().map(Outgoing::plain).toList());
            // Kept apart before the phone forgets it, so that it is known at every moment.
            heard.phone().crowdedOut().ifPresent(old -> repository.remember(old, time.instant()));
            threads.came(heard, line.get().slug(), text, replies);
            pictures.came(message, heard, line.get().slug());
            if (saved(heard.phone().answered(act, replies), message.from())) {
              return replies;
            }
          }
        });
  }

  /// The words of a text; what stands for a picture where there are none.
  private static String said(InboundMessage message, Connected line, Phone phone) {
    boolean onlyPicture = message.body().isBlank() && !message.media().isEmpty();
    return onlyPicture
        ? line.flow()
            .text(
                phone
                    .conversation(line.slug())
                    .map(c -> c.state().language())
                    .orElse(line.flow().languages().getFirst()),
                FlowText.PICTURE)
        : message.body();
  }

  /// What a text was answered, if it was heard.
  Optional<List<String>> answerTo(InboundMessage message) {
    Phone phone = repository.phone(reference(message.from()));
    String act = Inbox.act(message);
    return phone.answerTo(act).or(() -> older(phone, act));
  }

  /// An answer that the phone itself keeps no more; one that has room still keeps all it got.
  private Optional<List<String>> older(Phone phone, String act) {
    return phone.crowdedOut().isEmpty() ? Optional.empty() : repository.answerTo(act);
  }

  /// Where a phone's conversation about a consultation stands.
  public enum Standing {
    /// Nothing is asked just now.
    IDLE,
    /// Words have arrived and wait for GO.
    WAITING,
    /// In the middle of the questions.
    UNDER_WAY,
    STOPPED
  }

  /// Where this phone stands.
  public Standing standing(PhoneNumber number, String consultation) {
    Phone phone = repository.phone(reference(number));
    if (phone.isStopped()) {
      return Standing.STOPPED;
    }
    return phone
        .conversation(consultation)
        .filter(Conversation::isUnderWay)
        .map(c ->
            c.state().at().equals(FlowState.AWAIT_CONSENT) ? Standing.WAITING : Standing.UNDER_WAY)
        .orElse(Standing.IDLE);
  }

  /// What this phone sent to a consultation, newest first, also what it took back: for whoever
  /// holds the phone.
  public List<Contribution> sentBy(PhoneNumber number, String consultation) {
    return hearing.sentBy(repository.phone(reference(number)), consultation);
  }

  /// Does something while no text of this phone is heard.
  void whileSilent(PhoneNumber number, Runnable work) {
    alone.with(
        reference(number),
        () -> {
          work.run();
          return List.<String>of();
        });
  }

  /// Brings pictures to the texts they came with, as far as they can be had now.
  void bringPictures() {
    pictures.goOn(this::tellRefused);
  }

  private void tellRefused(String id, Picture picture, PhoneNumber to) {
    if (!repository.phone(picture.phone()).isStopped()) {
      switchboard
          .line(picture.consultation())
          .map(line -> line.flow().text(picture.language(), FlowText.PICTURE_REFUSED))
          .ifPresent(text -> sending.send(id, picture.consultation(), Purpose.ANSWER, to, text));
    }
  }

  /// Does what silence does: goes on after an answer of several texts, ends what is left.
  public void goOn() {
    for (String reference : repository.due(time.instant(), BATCH)) {
      alone.with(
          reference,
          () -> {
            goOn(repository.phone(reference));
            return List.<String>of();
          });
    }
    repository.forgetAnswersBefore(time.instant().minus(REMEMBERED));
    threads.emptyOld(time.instant());
    sending.sendDue();
  }

  private void goOn(Phone phone) {
    Instant now = time.instant();
    Optional<PhoneNumber> number =
        vault.open(phone.reference()).flatMap(contact -> PhoneNumber.parse(contact.address()));
    for (String slug : phone.conversations().keySet()) {
      Optional<Connected> line = switchboard.line(slug);
      Phone current = repository.phone(phone.reference());
      if (line.isEmpty() || !isDue(current, slug, now)) {
        continue;
      }
      Heard heard = hearing.silence(line.get(), current, number, now);
      threads.silence(heard, slug, now);
      pictures.settle(heard, slug);
      if (saved(heard.phone(), number) && number.isPresent() && !heard.phone().isStopped()) {
        for (int i = 0; i < heard.replies().size(); i++) {
          String id = "silence:" + phone.reference() + ":" + current.version() + ":" + i;
          sending.send(
              id, slug, purposeOf(current, slug, now), number.get(), heard.replies().get(i));
        }
      }
    }
  }

  /// What follows within minutes answers somebody who has just texted.
  private static Purpose purposeOf(Phone phone, String slug, Instant now) {
    return phone
        .conversation(slug)
        .map(Conversation::heardAt)
        .filter(at -> at.plus(JUST_TEXTED).isAfter(now))
        .map(_ -> Purpose.REPLY)
        .orElse(Purpose.REMINDER);
  }

  private static boolean isDue(Phone phone, String slug, Instant now) {
    return phone
        .conversation(slug)
        .map(Conversation::due)
        .filter(due -> !due.isAfter(now))
        .isPresent();
  }

  private boolean saved(Phone phone, PhoneNumber number) {
    return saved(phone, Optional.of(number));
  }

  /// Saves a phone; its number is in the vault while a conversation is under way and no longer.
  private boolean saved(Phone phone, Optional<PhoneNumber> number) {
    boolean underWay = phone.needsNumber();
    if (underWay && !phone.numberKept() && number.isPresent()) {
      vault.keep(TextedWords.contact(number.get()), SendingService.UNDER_WAY);
      return repository.save(phone.keepingNumber(true));
    }
    if (!underWay && phone.numberKept()) {
      vault.forget(phone.reference());
      return repository.save(phone.keepingNumber(false));
    }
    return repository.save(phone);
  }

  /// Everything a phone has sent, to whatever question, also what was taken back.
  public List<Contribution> sentBy(PhoneNumber number) {
    Phone phone = repository.phone(reference(number));
    return phone.conversations().keySet().stream()
        .flatMap(slug -> hearing.sentBy(phone, slug).stream())
        .toList();
  }

  /// Forgets where a phone's conversations stand and what it was answered; that it said STOP stays.
  public void forget(String reference) {
    alone.with(
        reference,
        () -> {
          Phone phone = repository.phone(reference);
          while (phone.version() > 0 && !saved(phone.forgotten(), Optional.empty())) {
            phone = repository.phone(reference);
          }
          return phone;
        });
    threads.forget(reference);
    pictures.forget(reference);
    sending.cancel(reference);
  }

  /// Phones of which something is kept and that have sent nothing since a time, by reference.
  public List<String> silentSince(Instant since) {
    return repository.phones().stream()
        .filter(phone -> !phone.conversations().isEmpty() && !phone.isUnderWay())
        .filter(phone -> phone.lastHeard().isBefore(since))
        .map(Phone::reference)
        .sorted()
        .toList();
  }

  /// Changes a phone while no text of it is being heard.
  ///
  /// @return as it is then
  Phone change(String reference, UnaryOperator<Phone> how) {
    return alone.with(
        reference,
        () -> {
          while (true) {
            Phone next = how.apply(repository.phone(reference));
            if (saved(next, Optional.empty())) {
              return repository.phone(reference);
            }
          }
        });
  }

  /// When each phone that ever texted did so last, by its reference.
  public Map<String, Instant> lastHeard() {
    Map<String, Instant> heard = new HashMap<>();
    for (Phone phone : repository.phones()) {
      if (!phone.conversations().isEmpty()) {
        heard.put(phone.reference(), phone.lastHeard());
      }
    }
    return heard;
  }

  /// A phone is named by the reference its number has in the vault while a conversation goes on.
  public String reference(PhoneNumber number) {
    return sending.reference(number);
  }
}
