package org.folkmoot.comeback;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.RouteTable;
import org.folkmoot.receipt.ReceiptService;
import org.folkmoot.record.Contribution;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.record.FindPage;
import org.folkmoot.web.record.FoundPage;

/// Asking for a link or a code, typing the code, and what the link opens.
final class ComebackRoutes implements RouteTable.Routes {

  static final String HERE = "/find";

  private static final String WHO = "who";
  private static final String CODE = "code";
  private static final String REQUEST = "request";

  private final ComebackService comebacks;
  private final ReceiptService receipts;
  private final ConsultationService consultations;

  ComebackRoutes(
      ComebackService comebacks, ReceiptService receipts, ConsultationService consultations) {
    this.comebacks = comebacks;
    this.receipts = receipts;
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    table.get(HERE, Access.everyone(), ask -> ask.page(asking(FormState.empty(), ask.words())));
    table.post(HERE, Access.everyone(), Limit.SIGN_IN, this::ask);
    table.post(HERE + "/code", Access.everyone(), Limit.SIGN_IN, this::useCode);
    table.get(HERE + "/{secret}", Access.everyone(), this::open);
  }

  private Answer ask(Ask ask) {
    Words words = ask.words();
    return switch (comebacks.ask(ask.form().text(WHO), words)) {
      case ComebackService.Asked.ByMail _ ->
          ask.page(
              new FindPage(words.say("record.find-title"), words.say("record.find-mailed"), HERE));
      case ComebackService.Asked.ByText(String request) ->
          ask.page(typing(request, FormState.empty(), words));
      case ComebackService.Asked.Neither _ -> {
        var error = new FieldError(WHO, words.say("record.find-neither"));
        var form = FormState.of(ask.form().fields()).withErrors(List.of(error));
        yield ask.page(422, asking(form, words));
      }
    };
  }

  private Answer useCode(Ask ask) {
    ask.check(Limit.CODE);
    String request = ask.form().text(REQUEST);
    Optional<String> link = comebacks.useCode(request, ask.form().text(CODE));
    if (link.isPresent()) {
      return Answer.seeOther(HERE + "/" + link.get());
    }
    ask.spend(Limit.CODE);
    var error = new FieldError(CODE, ask.words().say("record.find-code-wrong"));
    return ask.page(
        422, typing(request, FormState.empty().withErrors(List.of(error)), ask.words()));
  }

  private Answer open(Ask ask) {
    ask.check(Limit.CODE);
    List<Contribution> found =
        comebacks
            .open(ask.value("secret"))
            .orElseThrow(() -> {
              ask.spend(Limit.CODE);
              return new ProblemException(new Problem.NotFound());
            });
    Words words = ask.words();
    return ask.page(
        new FoundPage(
            words.say("record.found-title"),
            words.say("record.found-lead", "n", found.size()),
            found.stream().map(c -> row(c, words)).toList()));
  }

  private FoundPage.Row row(Contribution c, Words words) {
    ZoneId zone = consultations.council().zone();
    return new FoundPage.Row(
        new Link(c.receipt().printed(), receipts.longPath(c)),
        consultations.find(c.consultation()).map(Consultation::question).orElse(""),
        words.say(c.channel().wordKey()),
        words.shortDate(c.receivedAt().atZone(zone).toLocalDate()),
        words.say(c.status().wordKey()));
  }

  private static FindPage asking(FormState form, Words words) {
    return new FindPage(
        words.say("record.find-title"),
        words.say("record.find-lead"),
        HERE,
        new FindPage.Form(
            HERE,
            "",
            form.text(WHO, words.say("record.find-who"))
                .hint(words.say("record.find-who-hint"))
                .atMost(254),
            words.say("record.find-send"),
            form.summary()));
  }

  private static FindPage typing(String request, FormState form, Words words) {
    return new FindPage(
        words.say("record.find-title"),
        words.say("record.find-texted"),
        HERE,
        new FindPage.Form(
            HERE + "/code",
            request,
            form.text(CODE, words.say("record.find-code")).filledBy("one-time-code").atMost(20),
            words.say("record.code-open"),
            form.summary()));
  }
}
