package org.folkmoot.rights;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.ledger.Act;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Status;
import org.folkmoot.record.ViewLog;
import org.folkmoot.record.VoiceViews;
import org.folkmoot.rights.RightsRequest.Outcome;
import org.folkmoot.rights.RightsRequest.What;
import org.folkmoot.web.Words;
import org.folkmoot.web.desk.RightsExportPage;
import org.folkmoot.web.desk.RightsPage;
import org.folkmoot.web.desk.RightsRequestPage;
import org.folkmoot.web.desk.RightsViewsPage;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Pagination;

/// Requests as the data protection officer sees them: what is kept, never the words, but for the
/// export that is handed over.
final class RightsViews {

  private final RightsService rights;
  private final ConsultationService consultations;

  RightsViews(RightsService rights, ConsultationService consultations) {
    this.rights = rights;
    this.consultations = consultations;
  }

  RightsPage list(FormState form, Words words) {
    return new RightsPage(
        words.say("desk.rights.title"),
        form.summary(),
        form.text("who", words.say("desk.rights.who"))
            .hint(words.say("desk.rights.who-hint"))
            .atMost(200),
        form.text("identity", words.say("desk.rights.identity"))
            .hint(words.say("desk.rights.identity-hint"))
            .atMost(300),
        rights.all().stream()
            .map(r ->
                new RightsPage.Row(
                    RightsRoutes.LIST + "/" + r.id(),
                    words.say("desk.rights.opened", "date", date(r.openedAt(), words)),
                    words.say(standing(r))))
            .toList());
  }

  RightsRequestPage request(RightsRequest request, String who, Words words) {
    Map<String, What> outcomes =
        request.outcomes().stream().collect(Collectors.toMap(Outcome::contribution, Outcome::what));
    List<Contribution> said = rights.contributions(request);
    Function<Contribution, What> what = c -> outcomes.getOrDefault(c.id(), rights.plan(c));
    return new RightsRequestPage(
        words.say("desk.rights.request"),
        RightsRoutes.LIST,
        words.say(
            "desk.rights.opened-by",
            "who",
            request.openedBy(),
            "date",
            date(request.openedAt(), words)),
        request.identity(),
        words.say(standing(request)),
        said.stream()
            .map(c ->
                new RightsRequestPage.Row(
                    c.receipt().printed(),
                    words.say(c.channel().wordKey()),
                    date(c.receivedAt(), words),
                    words.say(
                        "desk.rights.what-"
                            + what.apply(c).name().toLowerCase(Locale.ROOT).replace('_', '-'))))
            .toList(),
        words.say("desk.rights.contacts", "n", request.contacts().size()),
        request.approvals().stream()
            .map(a ->
                words.say(
                    a.alone() ? "desk.rights.approved-alone" : "desk.rights.approved-by",
                    "who",
                    a.by(),
                    "date",
                    date(a.at(), words)))
            .toList(),
        RightsRoutes.LIST + "/" + request.id(),
        rights.mayApprove(request, who),
        request.isDone());
  }

  RightsExportPage export(RightsRequest request, Export export, Words words) {
    ZoneId zone = consultations.council().zone();
    return new RightsExportPage(
        words.say("desk.rights.export-title"),
        RightsRoutes.LIST + "/" + request.id(),
        export.contacts(),
        export.said().stream()
            .map(one ->
                new RightsExportPage.Said(
                    one.contribution().receipt().printed(),
                    words.say(one.contribution().status().wordKey()),
                    one.contribution().status() == Status.HELD
                        ? null
                        : VoiceViews.own(one.contribution(), words, zone),
                    one.history().stream()
                        .map(entry ->
                            date(entry.act().at(), words)
                                + ": "
                                + words.say(entry.act().kind().wordKey()))
                        .toList()))
            .toList());
  }

  /// Who looked at what, never what they saw.
  RightsViewsPage views(ViewLog.Found found, Words words) {
    return new RightsViewsPage(
        words.say("desk.views.title"),
        RightsRoutes.LIST,
        found.views().stream().map(view -> row(view, words)).toList(),
        found.views().isEmpty() ? new EmptyState(words.say("desk.views.nothing")) : null,
        found.next() == 0
            ? null
            : new Pagination(null, RightsRoutes.VIEWS + "?before=" + found.next(), null));
  }

  private RightsViewsPage.Row row(ViewLog.View view, Words words) {
    String subject = view.subject();
    boolean request = !subject.isEmpty() && view.consultation().isEmpty();
    return new RightsViewsPage.Row(
        view.at().toString(),
        date(view.at(), words),
        view.who().isEmpty()
            ? words.say("desk.views.forgotten")
            : view.who().equals(Act.SYSTEM) ? words.say("desk.record.by-system") : view.who(),
        words.say(view.what().wordKey()),
        consultations.find(view.consultation()).map(c -> c.title()).orElse(view.consultation()),
        subject.isEmpty()
            ? ""
            : request ? words.say("desk.rights.request") : rights.code(subject).orElse(subject),
        request ? RightsRoutes.LIST + "/" + subject : "",
        view.why());
  }

  private static String standing(RightsRequest request) {
    return request.isDone()
        ? "desk.rights.done"
        : request.approvals().isEmpty() ? "desk.rights.open" : "desk.rights.half";
  }

  private String date(Instant at, Words words) {
    return words.dateTime(at.atZone(consultations.council().zone()));
  }
}
