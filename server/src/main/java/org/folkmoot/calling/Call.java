package org.folkmoot.calling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.sms.voice.CallState;
import org.jspecify.annotations.Nullable;

/// One call. Kept as one document, so that what a key changes and what was answered are written at
/// once or not at all.
///
/// @param id the company that carries it and its id of the call
/// @param caller keyed hash of the number; empty where it is withheld
/// @param answers what was answered at each turn, the first when it rang
/// @param endedAt when it was over; null while it is under way
/// @param settled whether what was answered is in the record, or there is nothing
/// @param version 0 for one never saved
record Call(
    String id,
    String consultation,
    String caller,
    CallState state,
    List<String> answers,
    Instant heardAt,
    @Nullable Instant endedAt,
    boolean settled,
    long version) {

  Call {
    answers = List.copyOf(answers);
  }

  Call answered(CallState next, String answer, Instant now) {
    var all = new ArrayList<>(answers);
    all.add(answer);
    return new Call(id, consultation, caller, next, all, now, endedAt, settled, version);
  }

  Call ended(Instant now) {
    Instant at = endedAt == null ? now : endedAt;
    return new Call(id, consultation, caller, state, answers, heardAt, at, settled, version);
  }

  Call with(CallState changed) {
    return new Call(id, consultation, caller, changed, answers, heardAt, endedAt, settled, version);
  }

  /// The same once what was answered is in the record: here stays only what a webhook told again
  /// needs.
  Call settledNow() {
    CallState bare = state.withoutAnswers();
    return new Call(id, consultation, caller, bare, answers, heardAt, endedAt, true, version);
  }

  @Override
  public String toString() {
    return "Call[" + id + "]";
  }
}
