package org.folkmoot.forum;

import java.util.Optional;
import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Equality;
import org.folkmoot.record.RecordService;
import org.folkmoot.store.Claims;

/// Who takes part in a session: under which pseudonym, with which number, name and consent.
/// Thread-safe.
public final class ParticipantService {

  private final ForumService forum;
  private final FloorRepository floor;
  private final RecordService record;
  private final Vault vault;
  private final Claims claims;

  ParticipantService(
      ForumService forum, FloorRepository floor, RecordService record, Vault vault, Claims claims) {
    this.forum = forum;
    this.floor = floor;
    this.record = record;
    this.vault = vault;
    this.claims = claims;
  }

  /// The pseudonym a device, a join token or a member of staff has in this session's consultation.
  public String key(Session session, String device) {
    return record.pseudonym(session.consultation(), device);
  }

  public Optional<Participant> find(Session session, String key) {
    return key.isEmpty() ? Optional.empty() : floor.find(session.id(), key);
  }

  /// Joins with the answers to the closing questions, which hold for everything said from here on;
  /// joining again changes them for what comes after.
  ///
  /// @param name shown to the others; empty to be a number, as everybody under 18 is
  public Participant join(Session session, String key, String name, ClosingAnswers answers) {
    String contact =
        switch (answers.tell()) {
          case PHONE -> vault.keep(Vault.phone(answers.phoneOrEmail()));
          case EMAIL -> vault.keep(Vault.email(answers.phoneOrEmail()));
          case CODE -> "";
        };
    return join(
        session,
        key,
        name,
        answers.consent(),
        answers.tell(),
        contact,
        answers.under18(),
        answers.equality());
  }

  /// Joins without a form: consent as given, told by code.
  public Participant join(Session session, String key, String name, Consent consent) {
    return join(session, key, name, consent, false);
  }

  /// The same for somebody who may be under 18.
  public Participant join(
      Session session, String key, String name, Consent consent, boolean under18) {
    return join(session, key, name, consent, Contribution.Tell.CODE, "", under18, Equality.none());
  }

  private Participant join(
      Session session,
      String key,
      String name,
      Consent consent,
      Contribution.Tell tell,
      String contact,
      boolean under18,
      Equality about) {
    Optional<Participant> before = floor.find(session.id(), key);
    Participant joined =
        new Participant(
            session.id(),
            key,
            before.map(Participant::seat).orElseGet(() -> takeSeat(session.id(), key)),
            under18 ? "" : name.strip(),
            consent,
            tell,
            contact,
            under18,
            about.area(),
            about,
            before.map(Participant::handSince).orElse(null),
            before.map(Participant::turns).orElse(0));
    floor.save(joined);
    forum.endReplay(session);
    return joined;
  }

  private int takeSeat(String session, String key) {
    for (int n = (int) floor.count(session) + 1; ; n++) {
      if (claims.take("seat:" + session + ":" + n, key).equals(key)) {
        return n;
      }
    }
  }
}
