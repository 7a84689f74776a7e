package org.folkmoot.initiative;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.initiative.Offer.Unit;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.InitiativePage;
import org.folkmoot.web.initiative.InvitationPage;
import org.folkmoot.web.initiative.InvitationsPage;
import org.folkmoot.web.initiative.OfferPage;
import org.folkmoot.web.part.EmptyState;

/// Calls for help and answers to them.
final class InvitationViews {

  private InvitationViews() {}

  /// What the states of a call mean to whoever looks on.
  private enum Stand {
    NOW,
    UNDER_WAY,
    OVER,
    INSIDE;

    static Stand of(InvitationState state, boolean takesAnswers) {
      if (takesAnswers) {
        return NOW;
      }
      return switch (state) {
        case DRAFT, IN_REVIEW, APPROVED -> INSIDE;
        case RELEASED, OPEN, AMENDED -> NOW;
        case CLOSED, UNDER_REVIEW, ALIGNED, ACTIVE -> UNDER_WAY;
        case REPORTED, ARCHIVED, WITHDRAWN -> OVER;
      };
    }

    /// Where an answer stands, for whoever sent it.
    static Stand of(Offer.State state) {
      return switch (state) {
        case DRAFT -> INSIDE;
        case SUBMITTED, QUESTIONS, OFFERED_A_ROLE -> NOW;
        case AGREED, DELIVERING -> UNDER_WAY;
        case NOT_THIS_TIME, COMPLETED, ENDED_EARLY -> OVER;
      };
    }

    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static InvitationsPage list(
      Initiative initiative, Board board, List<Offer> offers, boolean officer, Words words) {
    Map<Stand, List<InvitationsPage.Card>> cards = new EnumMap<>(Stand.class);
    for (Plan.Invitation call : board.plan().invitations()) {
      if (officer || !board.state(call.id()).isInside()) {
        cards
            .computeIfAbsent(
                Stand.of(board.state(call.id()), takesAnswers(board, call)), _ -> new ArrayList<>())
            .add(card(initiative, board, call, offers, words));
      }
    }
    String first = first(board).map(call -> path(initiative, call)).orElse("");
    List<InvitationsPage.Group> groups = new ArrayList<>();
    cards.forEach((stand, all) -> {
      List<InvitationsPage.Card> others =
          all.stream().filter(card -> !card.cardHref().equals(first)).toList();
      if (!others.isEmpty()) {
        String key = stand == Stand.NOW ? "now-too" : stand.key();
        groups.add(new InvitationsPage.Group(words.say("initiative.calls." + key), others));
      }
    });
    return new InvitationsPage(
        words.say("initiative.page.invitations"),
        board.plan().language(),
        InitiativeViews.around(initiative, "invitations", words),
        first.isEmpty() ? new EmptyState(words.say("initiative.invitations-none")) : null,
        first(board).map(call -> card(initiative, board, call, offers, words)).orElse(null),
        groups,
        states(words),
        answerStates(words));
  }

  /// The call that is open now; of several, the first in the plan that has not gone on for long.
  private static Optional<Plan.Invitation> first(Board board) {
    List<Plan.Invitation> open =
        board.plan().invitations().stream().filter(call -> takesAnswers(board, call)).toList();
    return open.stream()
        .filter(call -> board.state(call.id()) != InvitationState.ACTIVE)
        .findFirst()
        .or(() -> open.stream().findFirst());
  }

  /// The same for the initiative's first page.
  static Optional<InitiativePage.Call> open(Initiative initiative, Board board) {
    return first(board)
        .map(call ->
            new InitiativePage.Call(
                call.title(),
                path(initiative, call),
                call.why(),
                path(initiative, call) + "/answer",
                InitiativeViews.path(initiative) + "/invitations"));
  }

  private static InvitationsPage.Card card(
      Initiative initiative, Board board, Plan.Invitation call, List<Offer> offers, Words words) {
    boolean open = takesAnswers(board, call);
    String state = words.say(board.state(call.id()).wordKey());
    String sum = sum(to(call, offers), words);
    // That it can be answered is what matters first, wherever it stands besides.
    return new InvitationsPage.Card(
        call.title(),
        path(initiative, call),
        open ? words.say("initiative.calls.now") : state,
        call.why(),
        open ? state + " · " + sum : sum,
        open ? path(initiative, call) + "/answer" : null);
  }

  private static List<InvitationsPage.States> states(Words words) {
    Map<Stand, List<InvitationsPage.Word>> states = new EnumMap<>(Stand.class);
    for (InvitationState state : InvitationState.values()) {
      states
          .computeIfAbsent(Stand.of(state, false), _ -> new ArrayList<>())
          .add(new InvitationsPage.Word(words.say(state.wordKey())));
    }
    return named(states, "initiative.calls.", words);
  }

  private static List<InvitationsPage.States> answerStates(Words words) {
    Map<Stand, List<InvitationsPage.Word>> states = new EnumMap<>(Stand.class);
    for (Offer.State state : Offer.State.values()) {
      states
          .computeIfAbsent(Stand.of(state), _ -> new ArrayList<>())
          .add(new InvitationsPage.Word(words.say(state.wordKey())));
    }
    return named(states, "initiative.offers.", words);
  }

  private static List<InvitationsPage.States> named(
      Map<Stand, List<InvitationsPage.Word>> states, String prefix, Words words) {
    List<InvitationsPage.States> groups = new ArrayList<>();
    states.forEach((stand, inIt) ->
        groups.add(new InvitationsPage.States(words.say(prefix + stand.key()), inIt)));
    return groups;
  }

  static String path(Initiative initiative, Plan.Invitation invitation) {
    return InitiativeViews.path(initiative) + "/invitations/" + invitation.id();
  }

  static boolean takesAnswers(Board board, Plan.Invitation invitation) {
    return board.state(invitation.id()).takesAnswers(invitation.ongoing());
  }

  private static List<Offer> to(Plan.Invitation invitation, List<Offer> offers) {
    return offers.stream()
        .filter(o -> o.invitation().equals(invitation.id()) && !o.isGone())
        .toList();
  }

  private static String sum(List<Offer> offers, Words words) {
    return words.say("initiative.answers-sum", "count", offers.size());
  }

  static InvitationPage one(
      Initiative initiative,
      Board board,
      Plan.Invitation invitation,
      List<Offer> all,
      boolean officer,
      Words words) {
    List<Offer> offers = to(invitation, all);
    InvitationState now = board.state(invitation.id());
    List<Offer> aligned = offers.stream().filter(o -> o.state().isAligned()).toList();
    return new InvitationPage(
        invitation.title(),
        board.plan().language(),
        InitiativeViews.around(initiative, "invitations", words),
        words.say(now.wordKey()),
        invitation.why(),
        invitation.help().stream().map(InvitationPage.Text::new).toList(),
        board.plan().goals().stream()
            .filter(goal -> invitation.goals().contains(goal.id()))
            .map(goal -> new InvitationPage.Text(goal.name()))
            .toList(),
        sum(offers, words),
        totals(aligned, false, words),
        totals(aligned, true, words),
        helpers(board, all, aligned, words),
        way(now, words),
        takesAnswers(board, invitation) ? path(initiative, invitation) + "/answer" : null,
        officer
            ? new Link(
                words.say("desk.initiative.invitation-title"),
                InitiativeViews.deskPath(initiative) + "/invitations/" + invitation.id())
            : null,
        officer
            ? offers.stream()
                .map(o ->
                    new Link(
                        o.organisation() + ": " + words.say(o.state().wordKey()),
                        InitiativeViews.deskPath(initiative) + "/answers/" + o.code()))
                .toList()
            : List.of());
  }

  /// Sums by unit, of what is agreed; units are never added together.
  private static List<InvitationPage.Text> totals(
      List<Offer> offers, boolean delivered, Words words) {
    Map<Unit, Integer> sums = new EnumMap<>(Unit.class);
    offers.forEach(o ->
        sums.merge(
            delivered ? givenIn(o.unit()) : o.unit(),
            delivered ? o.delivered() : o.pledged(),
            Integer::sum));
    List<InvitationPage.Text> texts = new ArrayList<>();
    sums.forEach((unit, sum) -> {
      if (unit != Unit.NOTHING_COUNTED) {
        texts.add(new InvitationPage.Text(words.say(unit.wordKey(), "count", sum)));
      }
    });
    if (texts.isEmpty()) {
      texts.add(new InvitationPage.Text(words.say(Unit.NOTHING_COUNTED.wordKey())));
    }
    return texts;
  }

  /// What is promised by the month is given in hours.
  private static Unit givenIn(Unit pledged) {
    return pledged == Unit.HOURS_A_MONTH ? Unit.HOURS : pledged;
  }

  private static List<InvitationPage.Helper> helpers(
      Board board, List<Offer> all, List<Offer> aligned, Words words) {
    return aligned.stream()
        .map(o ->
            new InvitationPage.Helper(
                o.named() ? o.organisation() : words.say("initiative.who-not-named"),
                !o.named(),
                words.say(o.state().wordKey()),
                promised(o, words),
                given(o, words),
                o.named() && isFirst(board, all, o) ? words.say("initiative.first-time") : null))
        .toList();
  }

  /// True for an organisation that is no partner and had never answered before.
  private static boolean isFirst(Board board, List<Offer> all, Offer offer) {
    Set<String> known = new HashSet<>();
    board.plan().partners().forEach(p -> known.add(p.name().toLowerCase(Locale.ROOT)));
    all.stream()
        .takeWhile(earlier -> !earlier.code().equals(offer.code()))
        .forEach(earlier -> known.add(earlier.organisation().toLowerCase(Locale.ROOT)));
    return !known.contains(offer.organisation().toLowerCase(Locale.ROOT));
  }

  static String promised(Offer offer, Words words) {
    return words.say(offer.unit().wordKey(), "count", offer.pledged());
  }

  static String given(Offer offer, Words words) {
    return words.say(givenIn(offer.unit()).wordKey(), "count", offer.delivered());
  }

  private static List<InvitationPage.Step> way(InvitationState now, Words words) {
    List<InvitationState> states = new ArrayList<>(InvitationState.WAY);
    if (!states.contains(now)) {
      states.add(now);
    }
    return states.stream()
        .map(state -> new InvitationPage.Step(words.say(state.wordKey()), state == now))
        .toList();
  }

  static OfferPage offer(Initiative initiative, Plan plan, Offer offer, Words words) {
    String path = offerPath(offer);
    boolean gone = offer.isGone();
    String title =
        plan.invitation(offer.invitation()).map(Plan.Invitation::title).orElse(offer.invitation());
    return new OfferPage(
        words.say("initiative.offer-title"),
        new org.folkmoot.web.part.ReceiptCode(new ReceiptCode(offer.code()).printed(), path),
        new Link(title, InitiativeViews.path(initiative) + "/invitations/" + offer.invitation()),
        gone ? words.say("initiative.offer-gone") : words.say(offer.state().wordKey()),
        gone ? null : offer.organisation(),
        gone ? null : offer.words(),
        offer.language(),
        gone ? null : promised(offer, words),
        gone ? null : given(offer, words),
        offer.steps().stream()
            .map(step ->
                new OfferPage.Step(
                    words.shortDate(step.on()),
                    words.say(step.to().wordKey()),
                    step.why().isEmpty() ? null : step.why()))
            .toList(),
        gone ? null : path + "/take-back");
  }

  static String offerPath(Offer offer) {
    return "/i/" + offer.initiative() + "/answers/" + new ReceiptCode(offer.code()).printed();
  }
}
