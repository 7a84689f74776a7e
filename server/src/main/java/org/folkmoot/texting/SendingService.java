package org.folkmoot.texting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.people.Vault;
import org.folkmoot.sms.DeliveryStatus;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.PhoneNumber;

/// Texts out, each written down in the outbox first: answers, codes, reminders, what was decided.
/// Thread-safe.
public final class SendingService {

  /// Under this purpose the vault holds the numbers of conversations under way.
  static final String UNDER_WAY = "texting";

  private final TextingRepository repository;
  private final ConsultationService consultations;
  private final Outbox outbox;
  private final Vault vault;
  private final InstantSource time;

  SendingService(
      TextingRepository repository,
      ConsultationService consultations,
      Outbox outbox,
      Vault vault,
      InstantSource time) {
    this.repository = repository;
    this.consultations = consultations;
    this.outbox = outbox;
    this.vault = vault;
    this.time = time;
  }

  /// Has a text go to a contact of the vault, when the rules of its purpose let it. The same id
  /// again is the same text.
  ///
  /// @param id made by the caller: `told:{contribution}`
  /// @return how far it has come by now
  public OutText send(
      String id, String consultation, Purpose purpose, String vaultReference, String text) {
    Optional<PhoneNumber> number =
        vault
            .open(vaultReference)
            .filter(contact -> contact.kind() == Vault.Kind.PHONE)
            .flatMap(contact ->
                Dialling.full(contact.address(), () -> consultations.council().country()));
    String phone = number.map(this::reference).orElse("");
    OutText written =
        outbox.put(text(id, consultation, purpose, phone, vaultReference, false, text));
    outbox.work();
    return outbox.find(id).orElse(written);
  }

  /// The same to a number that is kept for this text alone.
  OutText send(String id, String consultation, Purpose purpose, PhoneNumber to, String text) {
    String contact = vault.keep(TextedWords.contact(to), "text:" + id);
    outbox.put(text(id, consultation, purpose, reference(to), contact, true, text));
    outbox.work();
    return outbox.find(id).orElseThrow();
  }

  /// Answers a text after its webhook has been answered; the same again sends nothing more.
  void answer(InboundMessage message, List<String> replies) {
    for (int i = 0; i < replies.size(); i++) {
      String id = "reply:" + Inbox.act(message) + ":" + i;
      String contact = vault.keep(TextedWords.contact(message.from()), "text:" + id);
      String phone = reference(message.from());
      outbox.handNow(
          text(id, "", Purpose.REPLY, phone, contact, true, replies.get(i)), message.from());
    }
  }

  /// Sends a code to a number whose owner has just asked for it, also to one that said STOP.
  public OutText sendCode(String id, PhoneNumber to, String text) {
    String contact = vault.keep(TextedWords.contact(to), "text:" + id);
    outbox.handNow(text(id, "", Purpose.CODE, reference(to), contact, true, text), to);
    return outbox.find(id).orElseThrow();
  }

  /// How far a text has come.
  public Optional<OutText> sent(String id) {
    return outbox.find(id);
  }

  /// Sends what waits and is due.
  public void sendDue() {
    outbox.work();
  }

  /// Takes news of a text that was sent; an opt-out told by the gateway is one.
  public void report(DeliveryStatus news) {
    repository.report(news);
    outbox.report(news);
  }

  /// Drops what still waits for a phone.
  void cancel(String reference) {
    outbox.cancel(reference, OutText.NOT_AGREED);
  }

  /// The name of a phone here.
  String reference(PhoneNumber number) {
    return vault.reference(TextedWords.contact(number), UNDER_WAY);
  }

  private OutText text(
      String id,
      String consultation,
      Purpose purpose,
      String phone,
      String contact,
      boolean ownContact,
      String words) {
    String body = Outgoing.plain(words);
    Instant now = time.instant();
    return new OutText(
        id,
        consultation,
        "",
        purpose,
        phone,
        contact,
        ownContact,
        body,
        Outgoing.parts(body),
        OutText.State.QUEUED,
        "",
        0,
        now,
        now);
  }
}
