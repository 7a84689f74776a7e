package org.folkmoot.texting;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.consultation.Council;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.sms.Received;
import org.folkmoot.sms.flow.QuestionSet;
import org.folkmoot.sms.twilio.Twiml;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FieldError;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.texting.TextPage;
import org.folkmoot.web.texting.TextingDeskPage;
import org.jspecify.annotations.Nullable;

/// The gateway's webhooks, the page that says how to text, and the officer's page.
final class TextingRoutes implements RouteTable.Routes {

  /// As many conversations as the first page of their own list; the others are there.
  private static final int MOST = ThreadViews.A_PAGE;

  private final TextingService texting;
  private final SendingService sending;
  private final ThreadService threads;
  private final NewsService news;
  private final Reception reception;
  private final Switchboard switchboard;
  private final ConsultationService consultations;
  private final PhoneLines phoneLines;
  private final Gateway gateway;
  private final Supplier<String> publicUrl;

  /// @param publicUrl the portal's public address, known once it listens; part of what is signed
  TextingRoutes(
      TextingService texting,
      SendingService sending,
      ThreadService threads,
      NewsService news,
      Reception reception,
      Switchboard switchboard,
      ConsultationService consultations,
      PhoneLines phoneLines,
      Gateway gateway,
      Supplier<String> publicUrl) {
    this.texting = texting;
    this.sending = sending;
    this.threads = threads;
    this.news = news;
    this.reception = reception;
    this.switchboard = switchboard;
    this.consultations = consultations;
    this.phoneLines = phoneLines;
    this.gateway = gateway;
    this.publicUrl = publicUrl;
  }

  @Override
  public void register(RouteTable table) {
    Access officer = Access.staff(Role.OFFICER);
    if (gateway.own().isEmpty()) {
      table.post("/sms/twilio/inbound", Access.signed(), Limit.WEBHOOK, this::inbound);
      table.post("/sms/twilio/status", Access.signed(), Limit.WEBHOOK, this::status);
    }
    table.get("/c/{consultation}/text", Access.everyone(), this::show);
    table.get("/desk/c/{consultation}/texting", officer, this::desk);
    table.post("/desk/c/{consultation}/texting", officer, Limit.POST, this::setUp);
  }

  private Answer inbound(Ask ask) {
    return switch (gateway.provider().inbound(SignedCall.of(ask, publicUrl.get()), ask.now())) {
      case Received.Text text -> SignedCall.twiml(Twiml.reply(reception.hear(text.message())));
      case Received.Forged _ -> Answer.empty(403);
      case Received.Ignored _, Received.Delivery _ -> SignedCall.twiml(Twiml.empty());
    };
  }

  private Answer status(Ask ask) {
    return switch (gateway.provider().delivery(SignedCall.of(ask, publicUrl.get()), ask.now())) {
      case Received.Delivery delivery -> {
        sending.report(delivery.status());
        yield SignedCall.twiml(Twiml.empty());
      }
      case Received.Forged _ -> Answer.empty(403);
      case Received.Ignored _, Received.Text _ -> SignedCall.twiml(Twiml.empty());
    };
  }

  private Answer show(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    if (c.state() == State.DRAFT && !ask.visitor().is(Role.OFFICER)) {
      throw new ProblemException(new Problem.NotFound());
    }
    Words words = ask.words();
    Optional<Switchboard.Connected> line = switchboard.line(c.slug());
    boolean preview = c.state() == State.DRAFT;
    if (line.isEmpty() || !(line.get().isHearing() || preview)) {
      boolean over = c.state() == State.CLOSED || consultations.today().isAfter(c.closesOn());
      String said = words.say(over ? "texting.closed" : "texting.not-yet");
      var closed = new EmptyState(said, words.say("texting.other-ways"), "/c/" + c.slug());
      return ask.page(new TextPage(words.say("texting.title"), closed, null, call(c, words)));
    }
    return ask.page(
        new TextPage(
            words.say("texting.title"),
            null,
            TextingViews.how(line.get(), consultations.council(), words),
            call(c, words)));
  }

  private TextPage.@Nullable Call call(Consultation c, Words words) {
    return phoneLines
        .number(c)
        .map(number -> TextingViews.call(number, consultations.council(), words))
        .orElse(null);
  }

  private Answer desk(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    Optional<TextLine> line = texting.line(c.slug());
    TextLine shown = line.orElseGet(() -> suggested(c));
    String country = consultations.council().country();
    return ask.page(page(ask, c, FormState.of(TextingViews.fields(shown, country)), line));
  }

  private Answer setUp(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    Council council = consultations.council();
    QuestionSet own = texting.line(c.slug()).map(TextLine::questions).orElseGet(QuestionSet::empty);
    var problems =
        new ArrayList<>(
            LineForm.problems(
                ask.form(), ask.words(), council.country(), !own.questions().isEmpty()));
    if (problems.isEmpty()) {
      texting
          .keywordTakenBy(
              LineForm.keyword(ask.form()),
              LineForm.number(ask.form(), council.country()),
              c.slug())
          .ifPresent(title ->
              problems.add(
                  new FieldError(
                      "keyword", ask.words().say("desk.texting.keyword-taken", "title", title))));
    }
    if (!problems.isEmpty()) {
      FormState form = FormState.of(ask.form().fields()).withErrors(problems);
      return ask.page(422, page(ask, c, form, texting.line(c.slug())));
    }
    texting.setUp(LineForm.read(ask.form(), suggested(c), council.country(), own));
    return Answer.seeOther("/desk/c/" + c.slug() + "/texting").flash("desk.texting.saved");
  }

  private TextLine suggested(Consultation c) {
    URI address = URI.create(publicUrl.get());
    String site = address.getHost() + (address.getPort() > 0 ? ":" + address.getPort() : "");
    return LineForm.suggested(c, consultations.council(), gateway.number(), site);
  }

  private TextingDeskPage page(Ask ask, Consultation c, FormState form, Optional<TextLine> line) {
    Words words = ask.words();
    List<ThreadService.Listed> all = threads.all(c.slug());
    String here = "/desk/c/" + c.slug() + "/texting";
    return new TextingDeskPage(
        words.say("desk.texting.title"),
        form.summary(),
        gateway.simulator().isPresent() ? words.say("desk.texting.unreal") : null,
        isMoneyShort(c) ? money(c, words) : null,
        here,
        form.text("keyword", words.say("desk.texting.keyword"))
            .hint(words.say("desk.texting.keyword-hint"))
            .atMost(20),
        form.text("number", words.say("desk.texting.number"))
            .hint(words.say("desk.texting.number-hint"))
            .of("tel"),
        TextingViews.script(form, words),
        TextingViews.questions(form, words),
        TextingViews.names(form, words),
        line.map(l -> TextingViews.texts(l, words)).orElse(List.of()),
        all.stream()
            .limit(MOST)
            .map(one ->
                TextingViews.row(
                    one, here + "/threads", line, consultations.council().zone(), words))
            .toList(),
        words.say("desk.texting.conversations-said", "count", all.size()),
        line.isPresent() ? "/c/" + c.slug() + "/text" : null);
  }

  private boolean isMoneyShort(Consultation c) {
    return news.spentMark(c.slug()) > 0;
  }

  private String money(Consultation c, Words words) {
    int mark = news.spentMark(c.slug());
    return words.say("desk.sending.alarm.budget", "what", mark, "all", mark == 100 ? "yes" : "no");
  }
}
