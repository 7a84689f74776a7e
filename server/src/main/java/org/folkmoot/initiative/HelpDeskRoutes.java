package org.folkmoot.initiative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Vault;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.FormPage.Field;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FormState;

/// An officer moves an invitation on, and answers an organisation.
final class HelpDeskRoutes implements RouteTable.Routes {

  private static final String QUARTER = "quarter";
  private static final String STATE = "state";
  private static final String DELIVERED = "delivered";

  private final InitiativeService initiatives;
  private final ConsultationService consultations;

  HelpDeskRoutes(InitiativeService initiatives, ConsultationService consultations) {
    this.initiatives = initiatives;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    String invitation = "/desk/i/{initiative}/invitations/{invitation}";
    table.get(invitation, officer, ask -> invitation(ask, FormState.empty()));
    table.post(invitation, officer, Limit.POST, this::move);
    String answer = "/desk/i/{initiative}/answers/{answer}";
    table.get(answer, officer, ask -> answer(ask, FormState.empty()));
    table.post(answer, officer, Limit.POST, this::reply);
  }

  private Initiative initiative(Ask ask) {
    return initiatives.get(ask.value("initiative"));
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound());
  }

  private Board board(Ask ask) {
    return initiatives.boards().board(ask.value("initiative"));
  }

  // Invitations.

  private Answer invitation(Ask ask, FormState form) {
    Board board = board(ask);
    Plan.Invitation invitation = invitation(ask, board);
    DeskForm desk = invitationForm(ask, board, invitation);
    List<Choices.Option> next =
        board.state(invitation.id()).next().stream()
            .map(s -> new Choices.Option(s.name(), ask.words().say(s.wordKey())))
            .toList();
    return next.isEmpty()
        ? desk.over()
        : desk.page(
            form,
            List.of(Field.of(form.radios(STATE, ask.words().say("desk.initiative.state"), next))),
            null);
  }

  private static Plan.Invitation invitation(Ask ask, Board board) {
    return board.plan().invitation(ask.value("invitation")).orElseThrow(HelpDeskRoutes::notFound);
  }

  private DeskForm invitationForm(Ask ask, Board board, Plan.Invitation invitation) {
    return new DeskForm(
        ask,
        "invitation",
        invitation.title(),
        board.plan().language(),
        new Link(
            ask.words().say("initiative.page.invitations"),
            InvitationViews.path(initiative(ask), invitation)));
  }

  private Answer move(Ask ask) {
    Board board = board(ask);
    Plan.Invitation invitation = invitation(ask, board);
    DeskForm desk = invitationForm(ask, board, invitation);
    Optional<InvitationState> to = ask.form().oneOf(STATE, InvitationState.values());
    if (to.isEmpty()) {
      return invitation(ask, desk.wrong(STATE, "desk.initiative.state-missing"));
    }
    return initiatives
        .boards()
        .move(
            ask.value("initiative"),
            invitation.id(),
            List.of(to.get()),
            desk.why(),
            ask.visitor().name())
        .map(key -> invitation(ask, desk.wrong(field(key), key)))
        .orElseGet(desk::saved);
  }

  private static String field(String key) {
    return key.endsWith("why-missing") ? DeskForm.WHY : STATE;
  }

  // Answers.

  private Offer offer(Ask ask) {
    return initiatives
        .offers()
        .find(initiative(ask).slug(), ask.value("answer"))
        .orElseThrow(HelpDeskRoutes::notFound);
  }

  private DeskForm answerForm(Ask ask, Offer offer) {
    String reach =
        initiatives
            .offers()
            .contact(offer)
            .map(Vault.Contact::address)
            .map(to -> " " + ask.words().say("desk.initiative.offer-reach", "contact", to))
            .orElse("");
    return new DeskForm(
        ask,
        "offer",
        offer.isGone()
            ? ask.words().say("initiative.offer-gone")
            : offer.organisation()
                + ": "
                + offer.words()
                + " ("
                + InvitationViews.promised(offer, ask.words())
                + ")"
                + reach,
        offer.language(),
        new Link(
            ask.words().say("initiative.page.invitations"),
            "/i/" + offer.initiative() + "/invitations/" + offer.invitation()));
  }

  private Answer answer(Ask ask, FormState form) {
    Offer offer = offer(ask);
    DeskForm desk = answerForm(ask, offer);
    Words words = ask.words();
    List<Choices.Option> next =
        offer.state().next().stream()
            .map(s -> new Choices.Option(s.name(), words.say(s.wordKey())))
            .toList();
    if (next.isEmpty() || offer.isGone()) {
      return desk.over();
    }
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of(form.radios(STATE, words.say("desk.initiative.state"), next)));
    if (offer.state().isAligned()) {
      fields.add(
          Field.of(
              form.text(DELIVERED, words.say("desk.initiative.offer-delivered"))
                  .hint(words.say("desk.initiative.offer-delivered-hint"))
                  .keyboard("numeric")
                  .ifYouLike()));
      fields.add(
          Field.of(
              form.select(QUARTER, words.say("desk.initiative.offer-quarter"), quarters(words))
                  .ifYouLike()));
    }
    return desk.page(form, fields, null);
  }

  private List<Choices.Option> quarters(Words words) {
    Quarter now = Quarter.on(consultations.today());
    return List.of(now, now.plus(-1), now.plus(-2), now.plus(-3)).stream()
        .map(q -> new Choices.Option(q.printed(), IndicatorViews.quarter(q, words)))
        .toList();
  }

  private Answer reply(Ask ask) {
    Offer offer = offer(ask);
    DeskForm desk = answerForm(ask, offer);
    Form form = ask.form();
    Optional<Offer.State> to = form.oneOf(STATE, Offer.State.values());
    if (to.isEmpty()) {
      return answer(ask, desk.wrong(STATE, "desk.initiative.state-missing"));
    }
    Optional<Offer.Delivered> delivered = Optional.empty();
    if (form.has(DELIVERED) && offer.state().isAligned()) {
      OptionalInt amount = OfferRoutes.count(form.text(DELIVERED));
      Optional<Quarter> quarter = Quarter.parse(form.text(QUARTER));
      if (amount.isEmpty() || quarter.isEmpty()) {
        return answer(
            ask,
            desk.wrong(
                amount.isEmpty() ? DELIVERED : QUARTER,
                amount.isEmpty()
                    ? "initiative.answer-count-wrong"
                    : "desk.initiative.value-quarter-missing"));
      }
      delivered = Optional.of(new Offer.Delivered(quarter.get(), amount.getAsInt()));
    }
    return initiatives
        .offers()
        .answer(
            offer,
            List.of(to.get()),
            desk.why(),
            delivered,
            consultations.today(),
            ask.visitor().name())
        .map(key -> answer(ask, desk.wrong(field(key), key)))
        .orElseGet(desk::saved);
  }
}
