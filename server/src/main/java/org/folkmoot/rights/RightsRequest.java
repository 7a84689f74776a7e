package org.folkmoot.rights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One person's request.
///
/// @param contacts references of their phone number or address in the vault
/// @param contributions ids of what they said
/// @param identity how it was made sure that it is them
/// @param doneAt when everything was deleted; null before
public record RightsRequest(
    String id,
    String openedBy,
    Instant openedAt,
    String identity,
    List<String> contacts,
    List<String> contributions,
    List<Approval> approvals,
    @Nullable Instant doneAt,
    List<Outcome> outcomes) {

  /// A second look by the same person is a look on another day.
  static final Duration A_NIGHT = Duration.ofHours(12);

  /// Nobody's right waits longer for a second member of staff.
  static final Duration LONGEST_WAIT = Duration.ofDays(3);

  public RightsRequest {
    contacts = List.copyOf(contacts);
    contributions = List.copyOf(contributions);
    approvals = List.copyOf(approvals);
    outcomes = List.copyOf(outcomes);
  }

  /// @param alone the same person a second time, for want of another
  public record Approval(String by, Instant at, boolean alone) {}

  /// What became of one contribution.
  public record Outcome(String contribution, What what) {}

  /// What can become of it.
  public enum What {
    DELETED,
    GONE_BEFORE,
    /// Somebody may be in danger: a sealed copy stays with the safeguarding lead.
    HELD,
    /// A legal hold: hidden everywhere, and a sealed copy stays until it is lifted.
    ON_HOLD
  }

  public boolean isDone() {
    return doneAt != null;
  }

  /// Whether this person may give the next approval now.
  ///
  /// @param others how many other people could
  boolean mayApprove(String who, long others, Instant now) {
    Optional<Approval> first = approvals.stream().findFirst();
    if (isDone() || approvals.size() > 1) {
      return false;
    }
    if (first.isEmpty() || !first.get().by().equals(who)) {
      return true;
    }
    Duration since = Duration.between(first.get().at(), now);
    return since.compareTo(others == 0 ? A_NIGHT : LONGEST_WAIT) >= 0;
  }
}
