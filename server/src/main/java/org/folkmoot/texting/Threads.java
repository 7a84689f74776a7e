package org.folkmoot.texting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.people.Vault;
import org.folkmoot.sms.flow.FlowEngine;
import org.folkmoot.texting.Hearing.Heard;

/// Writes down what texts became. The words of a text are kept here only where somebody wrote them
/// to a person who works here, shut with the keys of the contact vault, and for 14 days; everything
/// else is read in the record, where taking back and consent hold. Thread-safe.
final class Threads {

  private final ThreadRepository repository;
  private final Vault vault;

  Threads(ThreadRepository repository, Vault vault) {
    this.repository = repository;
    this.vault = vault;
  }

  /// A text came and is answered so. Written before the phone is, so that no text is missing; the
  /// same text again is the same line.
  void came(Heard heard, String consultation, Hearing.Text text, List<String> replies) {
    int parts = replies.stream().mapToInt(Outgoing::parts).sum();
    ThreadLine line =
        ThreadLine.in(heard.phone(), consultation, text, heard.became())
            .answered(replies.size(), parts);
    switch (heard.became().what()) {
      case FOR_PERSON -> repository.save(shut(line, text.words()));
      case FORGOT -> {
        repository.save(line);
        repository.emptyOf(heard.phone().reference());
      }
      default -> repository.save(line);
    }
  }

  /// Silence brought something into the record, or ended something.
  void silence(Heard heard, String consultation, Instant now) {
    if (heard.became().isSomething()) {
      repository.save(ThreadLine.silence(heard.phone(), consultation, heard.became(), now));
    }
  }

  /// Somebody here wrote to a phone.
  void wrote(ThreadLine line, String words) {
    repository.save(shut(line, words));
  }

  private ThreadLine shut(ThreadLine line, String words) {
    return line.with(vault.shut(words.getBytes(StandardCharsets.UTF_8), "thread " + line.id()));
  }

  /// What was written to or by a person, while it is kept.
  Optional<String> words(ThreadLine line) {
    return line.words()
        .map(shut -> vault.opened(shut, "thread " + line.id()))
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  void emptyOld(Instant now) {
    repository.emptyBefore(now.minus(FlowEngine.WAITING));
  }

  void forget(String phone) {
    repository.forget(phone);
  }
}
