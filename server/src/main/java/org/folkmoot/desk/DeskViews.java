package org.folkmoot.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.door.Role;
import org.folkmoot.door.Visitor;
import org.folkmoot.ledger.Act;
import org.folkmoot.moderation.Reasons;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Facet;
import org.folkmoot.record.FacetCounts;
import org.folkmoot.record.FacetLinks;
import org.folkmoot.record.Lineage;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Status;
import org.folkmoot.record.Voice;
import org.folkmoot.record.VoiceViews;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.desk.DeskItemPage;
import org.folkmoot.web.desk.DeskRecordPage;
import org.folkmoot.web.desk.DeskTakeBackPage;
import org.folkmoot.web.desk.DeskThemesPage;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.FormState;
import org.folkmoot.web.part.Pagination;
import org.folkmoot.web.part.Select;

/// The record as staff see it.
final class DeskViews {

  static final List<String> TEXT_KINDS = List.of("TRANSLATION", "TRANSCRIPT", "REDACTION");

  /// Acts whose reasons are for those alone who do them.
  private static final Set<Act.Kind> SECRET =
      EnumSet.of(Act.Kind.HELD, Act.Kind.RELEASED, Act.Kind.HOLD_PUT, Act.Kind.HOLD_LIFTED);

  private static final int SHORT = 700;

  private final DeskService desk;
  private final ThemeService themes;
  private final ConsultationService consultations;
  private final Reasons reasons;

  DeskViews(
      DeskService desk, ThemeService themes, ConsultationService consultations, Reasons reasons) {
    this.desk = desk;
    this.themes = themes;
    this.consultations = consultations;
    this.reasons = reasons;
  }

  /// @param form what was sent of the acts below the list, with what is wrong
  DeskRecordPage list(
      Consultation asked, DeskFilter filter, FormState form, Visitor who, Words words) {
    String path = DeskRoutes.list(asked);
    List<Theme> known = themes.themes(asked.slug());
    Map<String, String> names = names(known);
    ZoneId zone = consultations.council().zone();
    RecordQuery query = filter.query(asked.slug(), zone);
    Optional<FacetCounts> counts = desk.counts(query, EnumSet.allOf(Facet.class), zone);
    boolean cannotFind =
        counts.isEmpty() && !filter.words().isBlank() && !desk.findsWithoutIndex(asked.slug());
    RecordReading.Found found =
        cannotFind ? new RecordReading.Found(List.of(), 0) : desk.list(who, query);
    List<DeskRecordPage.Row> rows =
        found.voices().stream().map(v -> row(v, asked, names, form, words)).toList();
    FormState filters = filter.form();
    return new DeskRecordPage(
        words.say("desk.record.title"),
        form.summary(),
        tabs(asked, filter, counts, words),
        words.say("desk.record.taken-back", "count", desk.takenBack(asked.slug())),
        path,
        filter.status().map(Enum::name).orElse(null),
        doors(filters, words),
        themeFilter(filters, known, words),
        filter.kept(),
        filters.text("q", words.say("desk.record.search")).ifYouLike().atMost(80),
        FacetLinks.of(
            counts,
            filter.facets().chosen(),
            filter.isAny(),
            names,
            (facet, value) -> filter.on(facet, value).address(path),
            words),
        filter.isAny() ? path : null,
        filter.address(path),
        rows,
        known.isEmpty() ? null : themeChoices(form, known, words),
        form.text("new-theme", words.say("desk.theme.new")).ifYouLike().atMost(Theme.MAX_NAME),
        reasons(asked, form, words),
        form.text("reason-own", words.say("desk.record.reason-own")).ifYouLike().atMost(300),
        rows.isEmpty() && !cannotFind ? nothing(filter, path, words) : null,
        pages(filter, found.next(), path),
        path + "/themes",
        who.is(Role.OFFICER) ? path + "/take-back" : null);
  }

  DeskItemPage item(Consultation asked, Voice voice, FormState form, Visitor who, Words words) {
    String path = DeskRoutes.list(asked);
    ZoneId zone = consultations.council().zone();
    List<Theme> known = themes.themes(asked.slug());
    FormState current =
        form.values().isEmpty()
            ? FormState.of(Map.of("themes", voice.themes(), "language", List.of("en")))
            : form;
    Optional<Voice> next =
        desk.nextWaiting(who, asked.slug(), voice.seq()).filter(v -> !v.id().equals(voice.id()));
    return new DeskItemPage(
        words.say(voice.channel().wordKey()) + " · " + voice.receipt(),
        form.summary(),
        path,
        next.map(v -> path + "/" + v.id()).orElse(null),
        path + "/" + voice.id(),
        shown(voice),
        VoiceViews.item(voice, names(known), words, zone),
        words.say(voice.status().wordKey()),
        voice.reason().isEmpty() ? null : voice.reason(),
        facts(voice, words),
        voice.status() != Status.CLEARED,
        known.isEmpty() ? null : themeChoices(current, known, words),
        current.text("new-theme", words.say("desk.theme.new")).ifYouLike().atMost(Theme.MAX_NAME),
        reasons(asked, current, words),
        current.text("reason-own", words.say("desk.record.reason-own")).ifYouLike().atMost(300),
        textKinds(current, words),
        current.text("language", words.say("desk.record.text-language")).atMost(12),
        current.area("text", words.say("desk.record.text"), 4),
        steps(voice.id(), zone, words),
        made(voice, known, zone, words),
        who.is(Role.OFFICER) ? path + "/take-back?code=" + voice.receipt() : null);
  }

  /// What was made from it: here, and in other rooms.
  private List<Link> made(Voice voice, List<Theme> known, ZoneId zone, Words words) {
    List<Link> made = new ArrayList<>();
    String list = "/desk/c/" + voice.consultation() + "/record?theme=";
    known.stream()
        .filter(theme -> voice.themes().contains(theme.id()))
        .map(theme ->
            new Link(words.say("record.derived.theme", "name", theme.name()), list + theme.id()))
        .forEach(made::add);
    for (Lineage.Derived derived : desk.derivedFrom(voice.id())) {
      Instant at = derived.at();
      String date = at == null ? "" : words.shortDate(at.atZone(zone).toLocalDate());
      made.add(new Link(words.say(derived.wordKey(), "date", date), derived.href()));
    }
    return made;
  }

  DeskThemesPage themes(Consultation asked, FormState form, Words words) {
    String path = DeskRoutes.list(asked);
    List<DeskThemesPage.Row> rows =
        themes.themes(asked.slug()).stream()
            .map(t ->
                new DeskThemesPage.Row(
                    t.id(),
                    t.name(),
                    t.definition(),
                    words.say(
                        "desk.theme.count",
                        "count",
                        desk.count(RecordQuery.in(asked.slug()).theme(t.id()))),
                    path + "?theme=" + t.id()))
            .toList();
    return new DeskThemesPage(
        words.say("desk.theme.title"),
        form.summary(),
        path,
        path + "/themes",
        rows,
        form.text("name", words.say("desk.theme.name")).atMost(Theme.MAX_NAME),
        form.area("definition", words.say("desk.theme.definition"), 2)
            .hint(words.say("desk.theme.definition-hint"))
            .atMost(Theme.MAX_DEFINITION)
            .ifYouLike());
  }

  DeskTakeBackPage takeBack(Consultation asked, FormState form, Words words) {
    String path = DeskRoutes.list(asked);
    return new DeskTakeBackPage(
        words.say("desk.take-back.title"),
        form.summary(),
        path,
        path + "/take-back",
        form.text("code", words.say("common.your-code")).atMost(40),
        form.text("reason", words.say("desk.take-back.reason"))
            .hint(words.say("desk.take-back.reason-hint"))
            .atMost(300),
        form.checkbox("own", words.say("desk.take-back.own"))
            .hint(words.say("desk.take-back.own-hint")),
        desk.wishes(asked.slug()).stream().map(wish -> wish(asked, wish, words)).toList());
  }

  /// Its words stay out: whoever answers needs only to know what it is.
  private DeskTakeBackPage.Wish wish(
      Consultation asked, DeskService.WaitingWish wish, Words words) {
    ZoneId zone = consultations.council().zone();
    return new DeskTakeBackPage.Wish(
        wish.about().receipt().printed(),
        words.say(wish.about().channel().wordKey()),
        words.dateTime(wish.at().atZone(zone)),
        DeskRoutes.list(asked) + "/take-back/" + wish.about().id());
  }

  /// What staff see of what was done: reasons of holding and releasing stay with the lead.
  private List<DeskItemPage.Step> steps(String id, ZoneId zone, Words words) {
    return desk.history(id).stream()
        .map(entry -> {
          Act act = entry.act();
          boolean secret = SECRET.contains(act.kind());
          return new DeskItemPage.Step(
              act.at().toString(),
              words.dateTime(act.at().atZone(zone)),
              words.say(act.kind().wordKey()),
              who(act.by(), words),
              secret || act.why().isEmpty() ? null : act.why());
        })
        .toList();
  }

  static String who(String by, Words words) {
    return switch (by) {
      case Act.CONTRIBUTOR -> words.say("desk.record.by-sender");
      case Act.SYSTEM -> words.say("desk.record.by-system");
      default -> by;
    };
  }

  private DeskRecordPage.Row row(
      Voice voice, Consultation asked, Map<String, String> names, FormState form, Words words) {
    ZoneId zone = consultations.council().zone();
    return new DeskRecordPage.Row(
        voice.id(),
        shown(voice),
        VoiceViews.item(voice, names, words, zone).atMost(SHORT),
        DeskRoutes.list(asked) + "/" + voice.id(),
        voice.receipt(),
        words.say(voice.status().wordKey()),
        voice.status() == Status.CLEARED,
        voice.status() == Status.REFUSED,
        voice.status() != Status.CLEARED,
        form.has("pick", voice.id()),
        voice.reason().isEmpty() ? null : voice.reason(),
        facts(voice, words));
  }

  private static String shown(Voice voice) {
    return voice.id() + ":" + voice.version();
  }

  private static List<String> facts(Voice voice, Words words) {
    List<String> facts = new ArrayList<>();
    Consent.Scopes scopes = voice.scopes();
    facts.add(
        words.say(
            scopes.named()
                ? "desk.use.named"
                : scopes.quoted() ? "desk.use.quoted" : "desk.use.counted"));
    if (scopes.published()) {
      facts.add(words.say("desk.use.website"));
    }
    if (voice.under18()) {
      facts.add(words.say("desk.use.young"));
    }
    if (!voice.place().isEmpty()) {
      facts.add(voice.place());
    }
    return facts;
  }

  private static List<DeskRecordPage.Tab> tabs(
      Consultation asked, DeskFilter filter, Optional<FacetCounts> counts, Words words) {
    List<DeskRecordPage.Tab> tabs = new ArrayList<>();
    List<Optional<Status>> states =
        List.of(
            Optional.empty(),
            Optional.of(Status.RECEIVED),
            Optional.of(Status.CLEARED),
            Optional.of(Status.REFUSED));
    for (Optional<Status> state : states) {
      tabs.add(
          new DeskRecordPage.Tab(
              words.say(state.map(Status::wordKey).orElse("desk.record.everything")),
              counts.map(c -> words.number(count(c, state))).orElse("…"),
              filter.status(state).address(DeskRoutes.list(asked)),
              state.equals(filter.status())));
    }
    return tabs;
  }

  private static long count(FacetCounts counts, Optional<Status> state) {
    Map<String, Integer> byState = counts.of(Facet.STATUS);
    return state.isPresent()
        ? byState.getOrDefault(state.get().name(), 0)
        : byState.values().stream().mapToLong(Integer::longValue).sum();
  }

  private static Map<String, String> names(List<Theme> known) {
    return known.stream().collect(Collectors.toMap(Theme::id, Theme::name));
  }

  private static Select doors(FormState form, Words words) {
    List<Choices.Option> options = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      options.add(new Choices.Option(channel.name(), words.say(channel.wordKey())));
    }
    return form.select("door", words.say("record.filter-door"), options).ifYouLike();
  }

  private static Select themeFilter(FormState form, List<Theme> known, Words words) {
    List<Choices.Option> options = new ArrayList<>();
    options.add(new Choices.Option(RecordQuery.NO_THEME, words.say("desk.theme.none-yet")));
    known.forEach(t -> options.add(new Choices.Option(t.id(), t.name())));
    return form.select("theme", words.say("record.filter-theme"), options).ifYouLike();
  }

  private static Choices themeChoices(FormState form, List<Theme> known, Words words) {
    return form.checkboxes(
        "themes",
        words.say("desk.theme.choose"),
        known.stream()
            .map(t ->
                t.definition().isEmpty()
                    ? new Choices.Option(t.id(), t.name())
                    : new Choices.Option(t.id(), t.name(), t.definition()))
            .toList());
  }

  private Select reasons(Consultation asked, FormState form, Words words) {
    return form.select(
            "reason", words.say("desk.record.reason"), reasons.options(asked.slug(), words))
        .hint(words.say("desk.record.reason-hint"));
  }

  private static Select textKinds(FormState form, Words words) {
    return form.select(
        "kind",
        words.say("desk.record.text-kind"),
        TEXT_KINDS.stream()
            .map(k ->
                new Choices.Option(k, words.say("desk.record.text-" + k.toLowerCase(Locale.ROOT))))
            .toList());
  }

  private static EmptyState nothing(DeskFilter filter, String path, Words words) {
    return filter.isAny()
        ? new EmptyState(words.say("record.nothing-found"), words.say("record.filter-clear"), path)
        : new EmptyState(words.say("desk.record.nothing"));
  }

  private static @org.jspecify.annotations.Nullable Pagination pages(
      DeskFilter filter, long next, String path) {
    String first = filter.after() == 0 ? null : filter.from(0).address(path);
    String on = next == 0 ? null : filter.from(next).address(path);
    return first == null && on == null ? null : new Pagination(first, on, null);
  }
}
