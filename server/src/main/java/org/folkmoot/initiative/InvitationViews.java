package org.folkmoot.initiative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.initiative.Offer.Unit;
import org.folkmoot.record.ReceiptCode;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.InvitationPage;
import org.folkmoot.web.initiative.InvitationsPage;
import org.folkmoot.web.initiative.OfferPage;
import org.folkmoot.web.part.EmptyState;

/// Calls for help and answers to them.
final class InvitationViews {

  private InvitationViews() {}

  static InvitationsPage list(
      Initiative initiative, Board board, List<Offer> offers, boolean officer, Words words) {
    List<InvitationsPage.Card> cards =
        board.plan().invitations().stream()
            .filter(i -> officer || !board.state(i.id()).isInside())
            .map(i ->
                new InvitationsPage.Card(
                    i.title(),
                    path(initiative, i),
                    words.say(board.state(i.id()).wordKey()),
                    i.why(),
                    sum(to(i, offers), words),
                    takesAnswers(board, i) ? path(initiative, i) + "/answer" : null))
            .toList();
    return new InvitationsPage(
        words.say("initiative.page.invitations"),
        board.plan().language(),
        InitiativeViews.around(initiative, "invitations", words),
        cards.isEmpty() ? new EmptyState(words.say("initiative.invitations-none")) : null,
        cards,
        Arrays.stream(InvitationState.values())
            .map(state -> new InvitationsPage.Word(words.say(state.wordKey())))
            .toList(),
        Arrays.stream(Offer.State.values())
            .map(state -> new InvitationsPage.Word(words.say(state.wordKey())))
            .toList());
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
