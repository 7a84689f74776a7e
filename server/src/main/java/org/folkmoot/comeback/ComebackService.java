package org.folkmoot.comeback;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.mail.Letter;
import org.folkmoot.mail.MailService;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Status;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.texting.Dialling;
import org.folkmoot.texting.SendingService;
import org.folkmoot.texting.TextingService;
import org.folkmoot.web.Words;

/// Leads people back to what they said by the phone number or e-mail address they left.
/// Thread-safe.
public final class ComebackService {

  static final Duration LINK = Duration.ofHours(24);
  static final Duration CODE = Duration.ofMinutes(15);

  /// How long a number is taken for the same person's.
  private static final Duration SAME_OWNER = Duration.ofDays(365);

  private static final int TRIES = 5;
  private static final int AN_HOUR = 3;
  private static final int MOST = 500;

  private final ComebackRepository repository;
  private final RecordService record;
  private final RecordReading reading;
  private final ConsultationService consultations;
  private final Vault vault;
  private final MailService mail;
  private final TextingService texting;
  private final SendingService sending;
  private final InstantSource time;
  private final Supplier<String> url;
  private final SecureRandom random = new SecureRandom();

  ComebackService(
      ComebackRepository repository,
      RecordService record,
      RecordReading reading,
      ConsultationService consultations,
      Vault vault,
      MailService mail,
      TextingService texting,
      SendingService sending,
      InstantSource time,
      Supplier<String> url) {
    this.repository = repository;
    this.record = record;
    this.reading = reading;
    this.consultations = consultations;
    this.vault = vault;
    this.mail = mail;
    this.texting = texting;
    this.sending = sending;
    this.time = time;
    this.url = url;
  }

  /// What somebody was asked to do next.
  sealed interface Asked {
    /// Look into the mailbox.
    record ByMail() implements Asked {}

    /// Type the code from the text, together with this.
    record ByText(String request) implements Asked {}

    /// It is neither an address nor a number.
    record Neither() implements Asked {}
  }

  /// Sends a link or a code to what was typed, if anything that may be opened is known of it.
  Asked ask(String typed, Words words) {
    Instant now = time.instant();
    repository.forgetLate(now, now.minus(LINK));
    if (Letter.isAddress(typed)) {
      mail(Vault.email(typed), words, now);
      return new Asked.ByMail();
    }
    Optional<PhoneNumber> number = Dialling.full(typed, consultations.council().country());
    if (number.isEmpty()) {
      return new Asked.Neither();
    }
    String request = secret();
    text(request, number.get(), words, now);
    return new Asked.ByText(request);
  }

  private void mail(Vault.Contact address, Words words, Instant now) {
    String reference = vault.reference(address);
    List<String> ids = openable(reading.byContact(reference), Instant.MIN);
    if (ids.isEmpty() || !repository.mayWrite(reference, hourAgo(now), AN_HOUR, now)) {
      return;
    }
    String link = secret();
    Instant until = now.plus(LINK);
    repository.save(link, ids, "", until);
    String council = consultations.council().name();
    mail.post(
        new Letter(
            "come-back-" + secret(),
            address.address(),
            words.say("record.find-mail-subject", "council", council),
            words.say(
                "record.find-mail-text",
                "council",
                council,
                "link",
                url.get() + ComebackRoutes.HERE + "/" + link),
            Optional.of(until)));
  }

  private void text(String request, PhoneNumber number, Words words, Instant now) {
    Map<String, Contribution> found = new LinkedHashMap<>();
    texting.sentBy(number).forEach(c -> found.put(c.id(), c));
    reading
        .byContact(vault.reference(Vault.phone(number.e164())))
        .forEach(c -> found.put(c.id(), c));
    List<String> ids = openable(List.copyOf(found.values()), now.minus(SAME_OWNER));
    if (ids.isEmpty() || !repository.mayWrite(number.e164(), hourAgo(now), AN_HOUR, now)) {
      return;
    }
    String code = "%06d".formatted(random.nextInt(1_000_000));
    repository.save(request, ids, code, now.plus(CODE));
    sending.sendCode(
        "come-back:" + secret(),
        number,
        words.say("record.find-text", "council", consultations.council().name(), "code", code));
  }

  /// The link that a code from a text stands for; none if it is wrong, late or was tried too often.
  Optional<String> useCode(String request, String typed) {
    Instant now = time.instant();
    String digits = typed.replaceAll("[^0-9]", "");
    return repository
        .tryCode(request, digits, TRIES, now)
        .map(ids -> {
          String link = secret();
          repository.save(link, ids, "", now.plus(LINK));
          return link;
        });
  }

  /// What a link opens, newest first; none if there is no such link any more.
  Optional<List<Contribution>> open(String link) {
    return repository
        .link(link, time.instant())
        .map(ids ->
            record.find(ids).values().stream()
                .filter(ComebackService::isOpenable)
                .sorted(Comparator.comparing(Contribution::receivedAt).reversed())
                .toList());
  }

  private static List<String> openable(List<Contribution> all, Instant since) {
    return all.stream()
        .filter(ComebackService::isOpenable)
        .filter(c -> c.receivedAt().isAfter(since))
        .limit(MOST)
        .map(Contribution::id)
        .toList();
  }

  private static boolean isOpenable(Contribution c) {
    return c.status() != Status.HELD && !c.status().isGone();
  }

  private static Instant hourAgo(Instant now) {
    return now.minus(Duration.ofHours(1));
  }

  private String secret() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
