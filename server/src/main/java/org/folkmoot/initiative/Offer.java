package org.folkmoot.initiative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What an organisation answered to an invitation. Immutable.
///
/// @param code ten characters, the organisation's receipt and its id
/// @param organisation as it calls itself; empty once taken back, as are `words` and `contact`
/// @param named whether its name may stand on the public page
/// @param words what it offers, in its own words
/// @param pledged how much; delivered is told apart and never added to it
/// @param contact reference into the vault
public record Offer(
    String code,
    String initiative,
    String invitation,
    String organisation,
    boolean named,
    String words,
    String language,
    int pledged,
    Unit unit,
    String contact,
    LocalDate cameOn,
    List<Step> steps,
    List<Delivered> deliveries) {

  public static final int MAX_NAME = 120;
  public static final int MAX_WORDS = 2_000;
  public static final int MOST_PLEDGED = 100_000;

  public Offer {
    steps = List.copyOf(steps);
    deliveries = List.copyOf(deliveries);
  }

  /// What is pledged and delivered; one is never added to another.
  public enum Unit {
    HOURS,
    HOURS_A_MONTH,
    PLACES,
    THINGS,
    NOTHING_COUNTED;

    public String wordKey() {
      return "initiative.unit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Where an answer stands.
  public enum State {
    DRAFT,
    SUBMITTED,
    QUESTIONS,
    OFFERED_A_ROLE,
    NOT_THIS_TIME,
    AGREED,
    DELIVERING,
    COMPLETED,
    ENDED_EARLY;

    public String wordKey() {
      return "initiative.answer." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<State> next() {
      return switch (this) {
        case DRAFT -> List.of(SUBMITTED);
        case SUBMITTED, QUESTIONS -> List.of(QUESTIONS, OFFERED_A_ROLE, NOT_THIS_TIME);
        case OFFERED_A_ROLE -> List.of(AGREED, QUESTIONS, NOT_THIS_TIME);
        case AGREED -> List.of(DELIVERING, ENDED_EARLY);
        case DELIVERING -> List.of(DELIVERING, COMPLETED, ENDED_EARLY);
        case NOT_THIS_TIME, COMPLETED, ENDED_EARLY -> List.of();
      };
    }

    /// True once both sides agreed, whatever came of it.
    boolean isAligned() {
      return this == AGREED || this == DELIVERING || this == COMPLETED;
    }
  }

  /// @param why the reason given to the organisation
  public record Step(State to, LocalDate on, String why) {}

  /// What was delivered in a quarter.
  public record Delivered(Quarter quarter, int amount) {}

  public State state() {
    return steps.getLast().to();
  }

  /// True once it has been taken back: only the code, the dates and the states are left.
  public boolean isGone() {
    return organisation.isEmpty();
  }

  public int delivered() {
    return deliveries.stream().mapToInt(Delivered::amount).sum();
  }

  Offer with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return change(more, deliveries);
  }

  /// What was delivered in a quarter, in place of what was said of it before.
  Offer with(Delivered delivered) {
    List<Delivered> more =
        deliveries.stream()
            .filter(d -> !d.quarter().equals(delivered.quarter()))
            .collect(Collectors.toCollection(ArrayList::new));
    more.add(delivered);
    return change(steps, more);
  }

  /// The same without anything of whoever sent it.
  Offer erased(LocalDate on) {
    List<Step> bare =
        steps.stream()
            .map(s -> new Step(s.to(), s.on(), ""))
            .collect(Collectors.toCollection(ArrayList::new));
    bare.add(new Step(State.ENDED_EARLY, on, ""));
    return new Offer(
        code,
        initiative,
        invitation,
        "",
        false,
        "",
        language,
        0,
        unit,
        "",
        cameOn,
        bare,
        List.of());
  }

  private Offer change(List<Step> newSteps, List<Delivered> newDeliveries) {
    return new Offer(
        code,
        initiative,
        invitation,
        organisation,
        named,
        words,
        language,
        pledged,
        unit,
        contact,
        cameOn,
        newSteps,
        newDeliveries);
  }
}
