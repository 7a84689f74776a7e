package org.folkmoot.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.statement.StatementDeskPage;

/// The officer's page of the statements: paste them, see how they stand, put residents' own to the
/// vote, take one off the list.
final class StatementDeskRoutes implements RouteTable.Routes {

  private static final int MOST_PROPOSALS = 200;

  private final StatementService statements;
  private final RecordReading reading;
  private final ConsultationService consultations;

  StatementDeskRoutes(
      StatementService statements, RecordReading reading, ConsultationService consultations) {
    this.statements = statements;
    this.reading = reading;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    String desk = "/desk/c/{consultation}/statements";
    Access officer = Access.staff(Role.OFFICER);
    table.get(desk, officer, this::show);
    table.post(desk, officer, Limit.POST, this::add);
    table.post(desk + "/{statement}/off", officer, Limit.POST, this::takeOff);
    table.post(desk + "/proposals/{proposal}/vote", officer, Limit.POST, this::put);
  }

  private Answer show(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    return ask.page(page(ask, c, FormState.empty()));
  }

  private Answer add(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    List<String> lines = ask.form().raw("seeds").lines().map(String::strip).toList();
    List<FieldError> problems = new ArrayList<>();
    if (lines.stream().allMatch(String::isEmpty)) {
      problems.add(new FieldError("seeds", ask.words().say("desk.statement.missing")));
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length() > Statement.LONGEST) {
        problems.add(
            new FieldError(
                "seeds",
                ask.words()
                    .say("desk.statement.too-long", "line", i + 1, "most", Statement.LONGEST)));
      }
    }
    if (!problems.isEmpty()) {
      FormState state = FormState.of(ask.form().fields()).withErrors(problems);
      return ask.page(422, page(ask, c, state));
    }
    lines.stream()
        .filter(line -> !line.isEmpty())
        .forEach(line -> statements.add(c.slug(), line, ask.visitor().name()));
    return back(ask).flash("desk.statement.added");
  }

  private Answer takeOff(Ask ask) {
    Statement statement =
        statements
            .find(ask.value("statement"))
            .filter(s -> s.consultation().equals(ask.value("consultation")))
            .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
    statements.takeOff(statement, ask.visitor().name());
    return back(ask).flash("desk.statement.taken-off");
  }

  private Answer put(Ask ask) {
    var put =
        statements.put(ask.value("consultation"), ask.value("proposal"), ask.visitor().name());
    return back(ask).flash(put.isPresent() ? "desk.statement.put-done" : "desk.statement.put-not");
  }

  private static Answer back(Ask ask) {
    return Answer.seeOther("/desk/c/" + ask.value("consultation") + "/statements");
  }

  private StatementDeskPage page(Ask ask, Consultation c, FormState form) {
    Words words = ask.words();
    String action = "/desk/c/" + c.slug() + "/statements";
    List<Statement> all = statements.all(c.slug());
    Map<String, Tally> tallies = statements.tallies(c.slug());
    Set<String> voted =
        all.stream().filter(Statement::live).map(Statement::proposal).collect(Collectors.toSet());
    List<StatementDeskPage.Proposal> proposals =
        reading
            .list(
                Reader.of(ask.visitor()),
                RecordQuery.in(c.slug())
                    .channel(Channel.STATEMENT)
                    .source(StatementService.PROPOSAL.id())
                    .page(0, MOST_PROPOSALS))
            .voices()
            .stream()
            .map(voice -> proposal(voice, voted.contains(voice.id()), action, words))
            .toList();
    return new StatementDeskPage(
        words.say("desk.statement.title"),
        form.summary(),
        words.say("desk.statement.lead"),
        all.stream()
            .map(s -> row(s, tallies.getOrDefault(s.id(), Tally.none()), action, words))
            .toList(),
        all.isEmpty() ? new EmptyState(words.say("desk.statement.none")) : null,
        proposals,
        proposals.isEmpty() ? new EmptyState(words.say("desk.statement.no-proposals")) : null,
        "/desk/c/" + c.slug() + "/record?channel=STATEMENT",
        action,
        form.area("seeds", words.say("desk.statement.seeds"), 8)
            .hint(words.say("desk.statement.seeds-hint")),
        Button.main(words.say("desk.statement.add")));
  }

  private static StatementDeskPage.Row row(
      Statement statement, Tally tally, String action, Words words) {
    String whose =
        words.say(
            statement.isFromResident()
                ? "desk.statement.from-resident"
                : "desk.statement.from-council");
    return new StatementDeskPage.Row(
        statement.text().isEmpty() ? words.say("desk.statement.state.gone") : statement.text(),
        statement.live() ? whose : whose + ", " + words.say("desk.statement.off"),
        words.number(tally.agree()),
        words.number(tally.pass()),
        words.number(tally.disagree()),
        statement.live() ? action + "/" + statement.id() + "/off" : null);
  }

  private static StatementDeskPage.Proposal proposal(
      Voice voice, boolean voted, String action, Words words) {
    boolean checked = voice.status() == Status.CLEARED;
    boolean ready = checked && voice.scopes().published() && !voice.under18();
    String state =
        ready
            ? voted ? "live" : "ready"
            : checked ? "private" : voice.status() == Status.REFUSED ? "declined" : "waits";
    return new StatementDeskPage.Proposal(
        voice.text(),
        words.say("desk.statement.state." + state, "reason", voice.reason()),
        ready && !voted ? action + "/proposals/" + voice.id() + "/vote" : null);
  }
}
