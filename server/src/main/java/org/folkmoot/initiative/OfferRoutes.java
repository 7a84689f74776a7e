package org.folkmoot.initiative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.Vault;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.initiative.FormPage;
import org.folkmoot.web.initiative.FormPage.Field;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// An organisation answers an invitation, without an account, and comes back with its code.
final class OfferRoutes implements RouteTable.Routes {

  private static final String ORGANISATION = "organisation";
  private static final String WORDS = "words";
  private static final String COUNT = "count";
  private static final String UNIT = "unit";
  private static final String CONTACT = "contact";
  private static final String NAMED = "named";

  private final InitiativeService initiatives;
  private final ConsultationService consultations;

  OfferRoutes(InitiativeService initiatives, ConsultationService consultations) {
    this.initiatives = initiatives;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    String answer = "/i/{initiative}/invitations/{invitation}/answer";
    table.get(answer, Access.everyone(), ask -> form(ask, 200, start()));
    table.post(answer, Access.everyone(), Limit.POST, this::send);
    String own = "/i/{initiative}/answers/{answer}";
    table.get(own, Access.everyone(), this::own);
    table.post(own + "/take-back", Access.everyone(), Limit.POST, this::takeBack);
  }

  private static FormState start() {
    return FormState.of(
        Map.of(
            Form.ACT,
            List.of(UUID.randomUUID().toString()),
            UNIT,
            List.of(Offer.Unit.HOURS_A_MONTH.name()),
            NAMED,
            List.of("yes")));
  }

  private record Asked(Initiative initiative, Board board, Plan.Invitation invitation) {}

  /// The invitation, if everybody may know of it.
  private Asked asked(Ask ask) {
    Initiative initiative = initiative(ask);
    Board board = initiatives.boards().board(initiative.slug());
    return board
        .plan()
        .invitation(ask.value("invitation"))
        .filter(i -> !board.state(i.id()).isInside())
        .map(i -> new Asked(initiative, board, i))
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private Initiative initiative(Ask ask) {
    return initiatives.get(ask.value("initiative"));
  }

  private Answer form(Ask ask, int status, FormState form) {
    Asked asked = asked(ask);
    Words words = ask.words();
    boolean open = InvitationViews.takesAnswers(asked.board(), asked.invitation());
    String path = InvitationViews.path(asked.initiative(), asked.invitation());
    return ask.page(
        status,
        new FormPage(
            words.say("initiative.answer-title", "title", asked.invitation().title()),
            words.say(open ? "initiative.answer-lead" : "initiative.no-answers"),
            new Link(asked.invitation().title(), path),
            form.summary(),
            path + "/answer",
            form.value(Form.ACT),
            fields(form, words),
            open ? Button.main(words.say("initiative.answer-send")) : null));
  }

  private static List<Field> fields(FormState form, Words words) {
    return List.of(
        Field.of(
            form.area(WORDS, words.say("initiative.answer-words"), 5)
                .hint(words.say("initiative.answer-money"))
                .atMost(Offer.MAX_WORDS)),
        Field.of(
            form.text(COUNT, words.say("initiative.answer-count"))
                .hint(words.say("initiative.answer-count-hint"))
                .keyboard("numeric")
                .ifYouLike()),
        Field.of(
            form.select(
                UNIT,
                words.say("initiative.answer-unit"),
                Arrays.stream(Offer.Unit.values())
                    .map(u ->
                        new Choices.Option(
                            u.name(), words.say(u.wordKey().replace("unit.", "unit-name."))))
                    .toList())),
        Field.of(
            form.text(ORGANISATION, words.say("initiative.answer-organisation"))
                .hint(words.say("initiative.answer-organisation-hint"))
                .filledBy("organization")
                .atMost(Offer.MAX_NAME)),
        Field.of(
            form.text(CONTACT, words.say("initiative.answer-contact"))
                .hint(words.say("initiative.answer-contact-hint"))
                .of("email")
                .filledBy("email")),
        Field.of(form.checkbox(NAMED, words.say("initiative.answer-named"))));
  }

  private Answer send(Ask ask) {
    Asked asked = asked(ask);
    Form form = ask.form();
    if (!InvitationViews.takesAnswers(asked.board(), asked.invitation())) {
      return form(ask, 200, FormState.of(form.fields()));
    }
    Words words = ask.words();
    List<FieldError> problems = new ArrayList<>();
    check(form.has(WORDS) && form.text(WORDS).length() <= Offer.MAX_WORDS, WORDS, words, problems);
    OptionalInt count = count(form.text(COUNT));
    if (count.isEmpty()) {
      problems.add(new FieldError(COUNT, words.say("initiative.answer-count-wrong")));
    }
    Optional<Offer.Unit> unit =
        Arrays.stream(Offer.Unit.values())
            .filter(u -> u.name().equals(form.text(UNIT)))
            .findFirst();
    check(unit.isPresent(), UNIT, words, problems);
    check(
        form.has(ORGANISATION) && form.text(ORGANISATION).length() <= Offer.MAX_NAME,
        ORGANISATION,
        words,
        problems);
    check(
        form.text(CONTACT).matches("[^@\\s]{1,64}@[^@\\s]{1,180}\\.[^@\\s]{2,}"),
        CONTACT,
        words,
        problems);
    if (!problems.isEmpty() || unit.isEmpty() || count.isEmpty()) {
      return form(ask, 422, FormState.of(form.fields()).withErrors(problems));
    }
    String act = form.has(Form.ACT) ? form.text(Form.ACT) : UUID.randomUUID().toString();
    Offer offer =
        initiatives
            .offers()
            .send(
                asked.initiative().slug(),
                new OfferService.Draft(
                    act,
                    asked.invitation().id(),
                    form.text(ORGANISATION),
                    form.ticked(NAMED),
                    form.text(WORDS),
                    words.language(),
                    count.getAsInt(),
                    unit.get(),
                    new Vault.Contact(Vault.Kind.EMAIL, form.text(CONTACT))),
                consultations.today());
    return Answer.seeOther(InvitationViews.offerPath(offer)).flash("initiative.answer-kept");
  }

  private static void check(boolean holds, String field, Words words, List<FieldError> problems) {
    if (!holds) {
      problems.add(new FieldError(field, words.say("initiative.answer-" + field + "-missing")));
    }
  }

  /// A whole number, 0 where nothing is said.
  static OptionalInt count(String typed) {
    if (typed.isEmpty()) {
      return OptionalInt.of(0);
    }
    if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) > Offer.MOST_PLEDGED) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(typed));
  }

  private Answer own(Ask ask) {
    Initiative initiative = initiative(ask);
    Offer offer = find(ask, initiative);
    Plan plan = initiatives.boards().board(initiative.slug()).plan();
    return ask.page(InvitationViews.offer(initiative, plan, offer, ask.words()));
  }

  private Answer takeBack(Ask ask) {
    Initiative initiative = initiative(ask);
    Offer offer = find(ask, initiative);
    initiatives.offers().takeBack(offer, consultations.today());
    return Answer.seeOther(InvitationViews.offerPath(offer)).flash("initiative.offer-taken-back");
  }

  private Offer find(Ask ask, Initiative initiative) {
    ask.check(Limit.CODE);
    Optional<Offer> offer = initiatives.offers().find(initiative.slug(), ask.value("answer"));
    if (offer.isEmpty()) {
      ask.spend(Limit.CODE);
    }
    return offer.orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }
}
