package org.folkmoot.initiative;

import java.util.List;
import java.util.Locale;

/// The life of an invitation, after the open calls of Alignment Nashville.
public enum InvitationState {
  DRAFT,
  IN_REVIEW,
  APPROVED,
  RELEASED,
  OPEN,
  CLOSED,
  UNDER_REVIEW,
  ALIGNED,
  ACTIVE,
  REPORTED,
  ARCHIVED,
  AMENDED,
  WITHDRAWN;

  /// The usual way, without the two by-ways.
  static final List<InvitationState> WAY =
      List.of(
          DRAFT,
          IN_REVIEW,
          APPROVED,
          RELEASED,
          OPEN,
          CLOSED,
          UNDER_REVIEW,
          ALIGNED,
          ACTIVE,
          REPORTED,
          ARCHIVED);

  List<InvitationState> next() {
    return switch (this) {
      case DRAFT -> List.of(IN_REVIEW, WITHDRAWN);
      case IN_REVIEW -> List.of(APPROVED, DRAFT, WITHDRAWN);
      case APPROVED -> List.of(RELEASED, WITHDRAWN);
      case RELEASED -> List.of(OPEN, AMENDED, WITHDRAWN);
      case OPEN -> List.of(CLOSED, AMENDED, WITHDRAWN);
      case AMENDED -> List.of(OPEN, WITHDRAWN);
      case CLOSED -> List.of(UNDER_REVIEW, OPEN, WITHDRAWN);
      case UNDER_REVIEW -> List.of(ALIGNED, WITHDRAWN);
      case ALIGNED -> List.of(ACTIVE, WITHDRAWN);
      case ACTIVE -> List.of(REPORTED, WITHDRAWN);
      case REPORTED -> List.of(ARCHIVED);
      case ARCHIVED, WITHDRAWN -> List.of();
    };
  }

  /// True before anybody outside may know of it.
  boolean isInside() {
    return this == DRAFT || this == IN_REVIEW || this == APPROVED;
  }

  boolean takesAnswers(boolean ongoing) {
    return this == RELEASED || this == OPEN || this == AMENDED || (this == ACTIVE && ongoing);
  }

  public String wordKey() {
    return "initiative.invitation." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
