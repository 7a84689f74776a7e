package org.folkmoot.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Form;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.people.ClosingAnswers;
import org.folkmoot.people.Vault;
import org.folkmoot.record.Added;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.RecordService;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;

/// Statements as residents see them: answer, change, say one of your own, see how it stands.
final class StatementRoutes implements RouteTable.Routes {

  private final StatementService statements;
  private final RecordService record;
  private final ConsultationService consultations;
  private final Vault vault;

  StatementRoutes(
      StatementService statements,
      RecordService record,
      ConsultationService consultations,
      Vault vault) {
    this.statements = statements;
    this.record = record;
    this.consultations = consultations;
    this.vault = vault;
  }

  @Override
  public void register(RouteTable table) {
    String page = "/c/{consultation}/statements";
    table.get(page, Access.everyone(), this::show);
    table.post(page, Access.everyone(), Limit.POST, this::vote);
    table.get(page + "/own", Access.everyone(), this::own);
    table.post(page + "/own", Access.everyone(), Limit.POST, this::propose);
    table.get(page + "/results", Access.everyone(), this::results);
  }

  private Answer show(Ask ask) {
    Consultation c = consultation(ask);
    boolean preview = c.state() == Consultation.State.DRAFT;
    if (!preview && !isHearing(c)) {
      return ask.page(StatementViews.closed(c, ask.words()));
    }
    boolean voted = statements.hasVoted(c.slug(), participant(ask));
    List<Statement> cards = cards(ask, c);
    if (cards.isEmpty()) {
      return ask.page(StatementViews.nothing(c, voted, ask.words()));
    }
    return ask.page(
        StatementViews.vote(c, cards, chosen(ask, c), isChange(ask), voted, preview, ask.words()));
  }

  private Answer vote(Ask ask) {
    Consultation c = consultation(ask);
    if (!isHearing(c)) {
      return ask.page(StatementViews.closed(c, ask.words()));
    }
    Form form = ask.form();
    Map<String, Vote> chosen = new LinkedHashMap<>();
    statements
        .live(c.slug())
        .forEach(s -> Vote.ofMark(form.text(s.id())).ifPresent(vote -> chosen.put(s.id(), vote)));
    boolean voted = statements.hasVoted(c.slug(), participant(ask));
    List<FieldError> problems = new ArrayList<>();
    if (chosen.isEmpty()) {
      cards(ask, c).stream()
          .findFirst()
          .ifPresent(first ->
              problems.add(new FieldError(first.id(), ask.words().say("statement.need-one"))));
    }
    if (!voted) {
      problems.addAll(ClosingAnswers.problems(form, ask.words()));
    }
    if (!problems.isEmpty()) {
      FormState state = FormState.of(form.fields()).withErrors(problems);
      return ask.page(
          422,
          StatementViews.vote(c, cards(ask, c), state, isChange(ask), voted, false, ask.words()));
    }
    Contribution slip = keep(ask, c, chosen, voted);
    return form.has("first")
        ? Answer.seeOther("/c/" + c.slug() + "/thanks/" + slip.receipt().printed())
        : Answer.seeOther("/c/" + c.slug() + "/statements").flash("statement.kept");
  }

  private Contribution keep(Ask ask, Consultation c, Map<String, Vote> chosen, boolean voted) {
    if (voted) {
      return statements.vote(c.slug(), participant(ask), chosen, slip -> slip, false);
    }
    ClosingAnswers closing =
        ClosingAnswers.read(ask.form(), ask.words(), Consent.Given.SCREEN, false);
    return statements.vote(
        c.slug(),
        participant(ask),
        chosen,
        closing.into(vault),
        closing.consent().scopes().named());
  }

  private Answer own(Ask ask) {
    Consultation c = consultation(ask);
    if (c.state() != Consultation.State.DRAFT && !isHearing(c)) {
      return ask.page(StatementViews.closed(c, ask.words()));
    }
    String act = UUID.randomUUID().toString();
    return ask.page(StatementViews.propose(c, FormState.empty(), act, ask.words()));
  }

  private Answer propose(Ask ask) {
    Consultation c = consultation(ask);
    if (!isHearing(c)) {
      return ask.page(StatementViews.closed(c, ask.words()));
    }
    Form form = ask.form();
    String text = form.text("words").replaceAll("\\s+", " ");
    List<FieldError> problems = new ArrayList<>();
    if (text.isEmpty()) {
      problems.add(new FieldError("words", ask.words().say("statement.own-missing")));
    } else if (text.length() > Statement.LONGEST) {
      problems.add(
          new FieldError(
              "words", ask.words().say("statement.own-long", "count", Statement.LONGEST)));
    }
    problems.addAll(ClosingAnswers.problems(form, ask.words()));
    if (!problems.isEmpty()) {
      FormState state = FormState.of(form.fields()).withErrors(problems);
      return ask.page(422, StatementViews.propose(c, state, form.text(Form.ACT), ask.words()));
    }
    Added added =
        statements.propose(
            c.slug(),
            participant(ask),
            form.text(Form.ACT),
            text,
            ask.words().language(),
            ClosingAnswers.read(form, ask.words(), Consent.Given.SCREEN, false).into(vault));
    String thanks = "/c/" + c.slug() + "/thanks/" + added.receipt().printed();
    return switch (added) {
      case Added.Kept _ -> Answer.seeOther(thanks);
      case Added.Held _ -> Answer.seeOther(thanks + "?kind=held");
    };
  }

  private Answer results(Ask ask) {
    Consultation c = consultation(ask);
    boolean staff = ask.visitor().is(Role.OFFICER, Role.ANALYST, Role.MODERATOR);
    boolean hearing = isHearing(c);
    if (hearing && !staff && !statements.hasVoted(c.slug(), participant(ask))) {
      return Answer.seeOther("/c/" + c.slug() + "/statements").flash("statement.results-first");
    }
    return ask.page(
        StatementViews.results(
            c,
            statements.all(c.slug()),
            statements.tallies(c.slug()),
            staff,
            hearing,
            ask.words()));
  }

  /// What this participant sees: the next statements they have not answered, in an order of their
  /// own, or with `?change` all they have.
  private List<Statement> cards(Ask ask, Consultation c) {
    String participant = participant(ask);
    Map<String, Vote> votes = statements.votes(c.slug(), participant);
    List<Statement> mine =
        statements.live(c.slug()).stream()
            .filter(s -> votes.containsKey(s.id()) == isChange(ask))
            .sorted(StatementViews.shuffledFor(participant))
            .toList();
    return isChange(ask) ? mine : mine.subList(0, Math.min(StatementViews.PAGE, mine.size()));
  }

  private FormState chosen(Ask ask, Consultation c) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    statements
        .votes(c.slug(), participant(ask))
        .forEach((id, vote) -> values.put(id, List.of(vote.mark())));
    return FormState.of(values);
  }

  private static boolean isChange(Ask ask) {
    return !ask.query("change").isEmpty();
  }

  private Consultation consultation(Ask ask) {
    return consultations.get(ask.value("consultation"));
  }

  private boolean isHearing(Consultation c) {
    return consultations.isHearing(c) && c.ways().contains(Consultation.Way.STATEMENT);
  }

  private String participant(Ask ask) {
    return record.pseudonym(ask.value("consultation"), ask.visitor().device());
  }
}
