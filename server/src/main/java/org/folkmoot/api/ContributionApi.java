package org.folkmoot.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.desk.DeskService;
import org.folkmoot.desk.Theme;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.door.Visitor;
import org.folkmoot.moderation.Reasons;
import org.folkmoot.moderation.Refusal;
import org.folkmoot.record.Added;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.InvalidContributionException;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.RecordRoom;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Status;
import org.folkmoot.record.ViewLog;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;

/// Contributions: add one, read the record, check, decline or group one, take one back.
final class ContributionApi implements RouteTable.Routes {

  private static final Access ANY_STAFF = new Access.Staff(Arrays.asList(Role.values()));
  private static final Set<String> FILTERS = Set.of("channel", "code", "status", "q");

  private final RecordService record;
  private final RecordReading reading;
  private final ConsultationService consultations;
  private final DeskService desk;
  private final ViewLog views;
  private final ThemeService themes;

  ContributionApi(
      RecordRoom record, ConsultationService consultations, DeskService desk, ThemeService themes) {
    this.record = record.service();
    this.reading = record.reading();
    this.consultations = consultations;
    this.desk = desk;
    this.views = record.views();
    this.themes = themes;
  }

  @Override
  public void register(RouteTable table) {
    String all = "/api/v1/consultations/{consultation}/contributions";
    String one = "/api/v1/contributions/{id}";
    Access sender = Access.staff(Role.OFFICER, Role.FACILITATOR, Role.HOST, Role.MODERATOR);
    Access checker = Access.staff(Role.OFFICER, Role.MODERATOR, Role.ANALYST);
    table.get(all, ANY_STAFF, this::list);
    table.post(all, sender, Limit.API, this::add);
    table.get(one, ANY_STAFF, this::show);
    table.add("PATCH", one, checker, Limit.API, this::change);
    table.add("DELETE", one, Access.staff(Role.OFFICER), Limit.API, this::takeBack);
  }

  private Answer add(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    JsonBody body = JsonBody.of(ask, ContributionJson.fields().toArray(String[]::new));
    String id = body.text("id", 200);
    String act = id.isEmpty() ? ask.header("idempotency-key").strip() : id;
    if (act.length() > 200) {
      throw JsonBody.invalid("Idempotency-Key must be a text of at most 200 characters.");
    }
    NewContribution draft =
        ContributionJson.read(
            body, c.slug(), act.isEmpty() ? "" : "api:" + act, ask.visitor().name());
    Channel channel = body.requiredWord("channel", Channel.class);
    if (act.isEmpty() || !isThere(c, channel, act)) {
      hear(c, channel);
    }
    try {
      return switch (record.add(draft)) {
        case Added.Kept kept -> added(kept, kept.again(), narrower(body, ask.words()));
        case Added.Held held -> added(held, held.again(), ask.words().say("record.held-lead"));
      };
    } catch (InvalidContributionException e) {
      throw JsonBody.invalid(ask.words().say(e.wordKey()));
    }
  }

  private boolean isThere(Consultation c, Channel channel, String act) {
    return record.find(NewContribution.idOf(c.slug(), channel, "api:" + act)).isPresent();
  }

  /// Only what is open, and only by a way in that the officer ticked, hears anybody.
  private void hear(Consultation c, Channel channel) {
    if (!consultations.isHearing(c)) {
      throw conflict("The consultation is not open for contributions.");
    }
    for (Way way : Way.values()) {
      if (way.name().equals(channel.name()) && !c.ways().contains(way)) {
        throw conflict(channel + " is not one of the consultation's ways in.");
      }
    }
  }

  /// What is said where more was asked for than its contributor allowed.
  private static String narrower(JsonBody body, Words words) {
    JsonNode scopes = body.node("consent").path("scopes");
    boolean published = scopes.path("published").asBoolean(false);
    if (published && body.yes("under18")) {
      return words.say("record.uses-young");
    }
    return published && !scopes.path("quoted").asBoolean(false)
        ? words.say("record.uses-website-count")
        : "";
  }

  private static Answer added(Added added, boolean again, String message) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", added.id());
    json.put("receipt", added.receipt().printed());
    json.put("seq", added.seq());
    if (!message.isEmpty()) {
      json.put("message", message);
    }
    return Answer.json(again ? 200 : 201, json)
        .header("Location", "/api/v1/contributions/" + added.id());
  }

  private Answer list(Ask ask) {
    Consultation c = consultations.get(ask.value("consultation"));
    Listing asked = Listing.of(ask, FILTERS);
    RecordQuery query =
        RecordQuery.in(c.slug()).words(ask.query("q")).page(asked.place(), asked.limit());
    if (!ask.query("channel").isEmpty()) {
      query = query.channel(JsonBody.word("channel", ask.query("channel"), Channel.class));
    }
    String code = ask.query("code");
    if (!code.isEmpty()) {
      if (!code.equals(RecordQuery.NO_THEME) && !codes(c.slug()).contains(code)) {
        throw JsonBody.invalid("code must be a theme of this consultation.");
      }
      query = query.theme(code);
    }
    String status = ask.query("status");
    RecordReading.Found found = reading.list(Reader.of(ask.visitor()), in(status, query));
    if (found.voices().stream().anyMatch(v -> v.status() == Status.HELD)) {
      views.note(ask.visitor().name(), ViewLog.What.HELD, c.slug(), "", "");
    }
    List<Map<String, Object>> items = new ArrayList<>();
    for (Voice voice : found.voices()) {
      Map<String, Object> item = ContributionJson.of(voice);
      if (!status.equals("CODED") || status.equals(item.get("status"))) {
        items.add(item);
      }
    }
    return Listing.answer(items, found.next() == 0 ? null : Long.toString(found.next()));
  }

  /// `CODED` is narrowed down further by what each item reads.
  private static RecordQuery in(String status, RecordQuery query) {
    return switch (status) {
      case "" -> query;
      case "PUBLISHED" -> query.publishedOnly();
      case "CODED" -> query.statuses(Set.of(Status.CLEARED));
      default -> query.statuses(Set.of(JsonBody.word("status", status, Status.class)));
    };
  }

  private Answer show(Ask ask) {
    Voice voice = voice(ask);
    if (voice.status() == Status.HELD) {
      views.note(ask.visitor().name(), ViewLog.What.HELD, voice.consultation(), voice.id(), "");
    }
    return Answer.json(200, ContributionJson.of(voice));
  }

  private Answer change(Ask ask) {
    Voice voice = voice(ask);
    Visitor who = ask.visitor().within(voice.consultation());
    JsonBody body = JsonBody.of(ask, "status", "reason", "codes");
    Optional<Status> status = body.word("status", Status.class);
    String reason = body.text("reason", 500);
    Set<String> codes = new HashSet<>(body.texts("codes", 200));
    if (status.isPresent() && status.get() != Status.CLEARED && status.get() != Status.REFUSED) {
      throw JsonBody.invalid("status must be CLEARED or REFUSED.");
    }
    if (status.filter(s -> s == Status.REFUSED).isPresent() && reason.isEmpty()) {
      throw body.needed("reason");
    }
    if (!codes(voice.consultation()).containsAll(codes)) {
      throw JsonBody.invalid("codes must be themes of this consultation.");
    }
    if (voice.status() == Status.HELD) {
      throw conflict("It is set apart; the safeguarding lead decides on it at the desk.");
    }
    if (body.has("codes")) {
      desk.group(who, voice.consultation(), voice.id(), codes);
    }
    if (status.isPresent() && !decided(who, voice(ask), status.get(), reason)) {
      throw conflict("It was changed meanwhile; read it again.");
    }
    return Answer.json(200, ContributionJson.of(voice(ask)));
  }

  private boolean decided(Visitor who, Voice voice, Status status, String reason) {
    List<DeskService.Seen> one = List.of(DeskService.Seen.of(voice));
    return status == Status.CLEARED
        ? desk.check(who, voice.consultation(), one)
        : desk.decline(who, voice.consultation(), one, _ -> new Refusal(Reasons.OWN, reason));
  }

  private Answer takeBack(Ask ask) {
    String id = ask.value("id");
    Optional<Contribution> gone = record.find(id).filter(c -> c.status().isGone());
    if (gone.isEmpty()) {
      Voice voice = voice(ask);
      if (!ask.visitor().within(voice.consultation()).is(Role.OFFICER)) {
        throw new ProblemException(new Problem.NotFound());
      }
      record.takeBack(id, ask.visitor().name(), ask.query("reason"));
    }
    return Answer.empty(204);
  }

  /// The one that is asked for, as far as the caller may see.
  private Voice voice(Ask ask) {
    return reading
        .find(Reader.of(ask.visitor()), ask.value("id"))
        .filter(v -> ask.visitor().within(v.consultation()).isStaff())
        .orElseThrow(() -> new ProblemException(new Problem.NotFound()));
  }

  private Set<String> codes(String consultation) {
    Set<String> ids = new HashSet<>();
    themes.themes(consultation).stream().map(Theme::id).forEach(ids::add);
    return ids;
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(new Problem.Conflict(detail));
  }
}
