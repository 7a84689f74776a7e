package org.folkmoot.texting;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.store.VaultKeys;

/// One line of a conversation as the desk knows it: when a text came or went and what it became.
/// Words are in it only where they were written to or by a person here, shut, and for 14 days.
///
/// @param id gateway and message id, or that of the text that we sent
/// @param phone reference of the telephone, as in [Phone]
/// @param thread the conversation's place in the consultation, as in its name
/// @param parts how many texts it was paid as; 0 for a silence
/// @param answers how many texts went back with it, and `answerParts` what they were paid as
/// @param words shut, for whoever has the conversation; empty for none, and once they are erased
/// @param pictures how many came with it
/// @param by who wrote it here; empty for what came in
record ThreadLine(
    String id,
    String phone,
    String consultation,
    long thread,
    Instant at,
    Direction direction,
    Became became,
    int parts,
    int answers,
    int answerParts,
    Optional<VaultKeys.Sealed> words,
    int pictures,
    String by) {

  enum Direction {
    IN,
    OUT,
    /// Nothing came, and that ended something.
    SILENCE
  }

  /// A text that came in, before it is known what it is answered.
  static ThreadLine in(Phone phone, String consultation, Hearing.Text text, Became became) {
    return new ThreadLine(
        text.act(),
        phone.reference(),
        consultation,
        number(phone, consultation),
        text.at(),
        Direction.IN,
        became,
        Outgoing.parts(text.words()),
        0,
        0,
        Optional.empty(),
        text.pictures(),
        "");
  }

  static ThreadLine silence(Phone phone, String consultation, Became became, Instant now) {
    return new ThreadLine(
        "silence:" + phone.reference() + ":" + consultation + ":" + now.toEpochMilli(),
        phone.reference(),
        consultation,
        number(phone, consultation),
        now,
        Direction.SILENCE,
        became,
        0,
        0,
        0,
        Optional.empty(),
        0,
        "");
  }

  private static long number(Phone phone, String consultation) {
    return phone.conversation(consultation).map(Phone.Conversation::number).orElse(0L);
  }

  ThreadLine answered(int texts, int textParts) {
    return new ThreadLine(
        id,
        phone,
        consultation,
        thread,
        at,
        direction,
        became,
        parts,
        texts,
        textParts,
        words,
        pictures,
        by);
  }

  ThreadLine with(VaultKeys.Sealed shut) {
    return new ThreadLine(
        id,
        phone,
        consultation,
        thread,
        at,
        direction,
        became,
        parts,
        answers,
        answerParts,
        Optional.of(shut),
        pictures,
        by);
  }

  /// Without the words.
  @Override
  public String toString() {
    return "ThreadLine[" + direction + " " + became.what() + "]";
  }
}
