package org.folkmoot.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.Consultation.Chosen;
import org.folkmoot.consultation.Consultation.Promise;
import org.folkmoot.consultation.Consultation.State;
import org.folkmoot.consultation.Consultation.Way;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Access;
import org.folkmoot.door.Answer;
import org.folkmoot.door.Ask;
import org.folkmoot.door.Limit;
import org.folkmoot.door.Problem;
import org.folkmoot.door.ProblemException;
import org.folkmoot.door.Role;
import org.folkmoot.door.RouteTable;
import org.folkmoot.door.Visitor;
import org.folkmoot.web.Words;

/// Consultations: list them, read one, open one.
final class ConsultationApi implements RouteTable.Routes {

  private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final String NAME_SAID = "small letters, digits and dashes";

  private final ConsultationService consultations;

  ConsultationApi(ConsultationService consultations) {
    this.consultations = consultations;
  }

  @Override
  public void register(RouteTable table) {
    String all = "/api/v1/consultations";
    table.get(all, Access.openApi(), this::list);
    table.post(all, Access.staff(Role.OFFICER), Limit.API, this::open);
    table.get(all + "/{consultation}", Access.openApi(), this::show);
  }

  private Answer list(Ask ask) {
    Listing asked = Listing.of(ask, Set.of());
    List<Consultation> seen = new ArrayList<>(consultations.visible());
    Visitor visitor = ask.visitor();
    consultations.all().stream()
        .filter(c -> c.state() == State.DRAFT && visitor.within(c.slug()).isStaff())
        .forEach(seen::add);
    return asked.of(seen.stream().map(this::json).toList());
  }

  private Answer show(Ask ask) {
    return Answer.json(200, json(consultations.get(ask.value("consultation"))));
  }

  /// Opens a new one, or saves it as a draft if `state` says so. The same again is answered again.
  private Answer open(Ask ask) {
    Read read = read(ask);
    Optional<Consultation> same =
        consultations.all().stream()
            .filter(c -> !read.named() || c.slug().equals(read.draft().slug()))
            .filter(c -> isSame(c, read.draft()))
            .findFirst();
    if (same.isPresent() && (read.named() || !ask.header("idempotency-key").isEmpty())) {
      return Answer.json(200, json(same.get()));
    }
    String slug = read.draft().slug();
    if (consultations.find(slug).isPresent()) {
      throw new ProblemException(new Problem.Conflict("There is another consultation " + slug));
    }
    if (!read.asDraft()) {
      consultations
          .obstacle(read.draft())
          .ifPresent(why -> {
            throw new ProblemException(new Problem.Conflict(ask.words().say(why.wordKey())));
          });
    }
    String by = ask.visitor().name();
    consultations.save(read.draft(), by);
    if (!read.asDraft()) {
      consultations.open(slug, by);
    }
    return Answer.json(201, json(consultations.get(slug)))
        .header("Location", "/api/v1/consultations/" + slug);
  }

  /// @param named whether the caller gave it a name
  private record Read(Consultation draft, boolean named, boolean asDraft) {}

  private Read read(Ask ask) {
    JsonBody body =
        JsonBody.of(
            ask,
            "id",
            "initiative",
            "title",
            "question",
            "about",
            "chosen",
            "options",
            "fixed",
            "canChange",
            "promise",
            "opensOn",
            "closesOn",
            "decidedBy",
            "decidesOn",
            "ways",
            "areas",
            "languages",
            "state");
    String id = body.text("id", 60, NAME, NAME_SAID);
    String title = body.required("title", 80);
    Chosen chosen = body.word("chosen", Chosen.class).orElse(Chosen.OPEN);
    List<Consultation.Option> options = options(body, chosen);
    Set<Way> ways = new HashSet<>();
    body.texts("ways", 40).forEach(way -> ways.add(JsonBody.word("ways", way, Way.class)));
    List<String> languages = body.texts("languages", 10);
    if (!Words.LANGUAGES.containsAll(languages)) {
      throw JsonBody.invalid("languages must be of " + String.join(", ", Words.LANGUAGES) + ".");
    }
    State state = body.word("state", State.class).orElse(State.OPEN);
    if (state == State.CLOSED) {
      throw JsonBody.invalid("state must be OPEN or DRAFT.");
    }
    var draft =
        new Consultation(
            id.isEmpty() ? consultations.freeSlug(title) : id,
            body.text("initiative", 60, NAME, NAME_SAID),
            title,
            body.required("question", 200),
            body.text("about", 4_000),
            chosen,
            options,
            body.text("fixed", 2_000),
            body.text("canChange", 2_000),
            body.requiredWord("promise", Promise.class),
            body.requiredDate("opensOn"),
            body.requiredDate("closesOn"),
            body.required("decidedBy", 120),
            body.requiredDate("decidesOn"),
            ways,
            body.texts("areas", 80),
            languages.isEmpty() ? List.of(Words.SOURCE) : languages,
            State.DRAFT);
    if (draft.closesOn().isBefore(draft.opensOn())) {
      throw JsonBody.invalid("closesOn must not be before opensOn.");
    }
    if (draft.decidesOn().isBefore(draft.closesOn())) {
      throw JsonBody.invalid("decidesOn must not be before closesOn.");
    }
    return new Read(draft, !id.isEmpty(), state == State.DRAFT);
  }

  private static List<Consultation.Option> options(JsonBody body, Chosen chosen) {
    List<String> texts = body.texts("options", 200);
    if (chosen == Chosen.OPTIONS && texts.size() < 2) {
      throw JsonBody.invalid("options must be two or more where chosen is OPTIONS.");
    }
    List<Consultation.Option> options = new ArrayList<>();
    for (String text : texts) {
      options.add(new Consultation.Option("option-" + (options.size() + 1), text));
    }
    return options;
  }

  /// The same question, whatever its name in addresses and whether it is open yet.
  private static boolean isSame(Consultation known, Consultation draft) {
    return json(known.in(State.DRAFT), draft.slug(), false)
        .equals(json(draft, draft.slug(), false));
  }

  private Map<String, Object> json(Consultation c) {
    return json(c, c.slug(), consultations.isHearing(c));
  }

  private static Map<String, Object> json(Consultation c, String slug, boolean hearing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", slug);
    json.put("initiative", c.initiative());
    json.putAll(ConsultationJson.of(c));
    json.put("hearing", hearing);
    return json;
  }
}
