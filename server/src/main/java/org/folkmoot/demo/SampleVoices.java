package org.folkmoot.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.demo.SampleFiles.Row;
import org.folkmoot.desk.Theme;
import org.folkmoot.desk.ThemeService;
import org.folkmoot.ledger.Act;
import org.folkmoot.record.Consent;
import org.folkmoot.record.Consent.Given;
import org.folkmoot.record.Consent.Scopes;
import org.folkmoot.record.Contribution;
import org.folkmoot.record.Contribution.DerivedText;
import org.folkmoot.record.Contribution.Tell;
import org.folkmoot.record.Equality;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.RecordService;
import org.folkmoot.record.Status;

/// What the voices of one consultation share: when they are said, what the officer does with them
/// at the next hour at the desk, and what their speakers do with them later.
///
/// A row says so in the columns `at`, `themes`, `english` (a translation) and `then`: empty
/// (checked), `waiting` (nobody has read it yet), `put` (checked, and a proposed statement put to
/// the vote), `declined reason: why`, or `taken back -5 20:10`.
final class SampleVoices {

  private static final String INTERPRETER = "Wrenmouth Council's interpreter";
  private static final String DECLINED = "declined ";

  /// The reason's id in the table of reasons, and what its sender is told.
  private static final Pattern DECLINED_FOR = Pattern.compile("declined (\\w+): (.*)");

  private static final String TAKEN_BACK = "taken back";

  private final String consultation;
  private final RecordService record;
  private final ThemeService themes;
  private final SampleCalendar calendar;
  private final SampleDays days;
  private final List<Instant> desk;
  private final String officer;
  private final Map<String, Supplier<String>> ids = new HashMap<>();
  private final Map<Instant, List<Waiting>> piles = new HashMap<>();
  private volatile Map<String, String> known = Map.of();

  /// A voice that waits to be read.
  ///
  /// @param then what the officer does besides, once it is checked, with its id
  private record Waiting(Row row, Supplier<String> id, Consumer<String> then) {
    void checked(String found) {
      then.accept(found);
    }
  }

  /// @param desk when the officer reads what has come in
  SampleVoices(
      String consultation,
      RecordService record,
      ThemeService themes,
      SampleCalendar calendar,
      SampleDays days,
      List<Instant> desk,
      String officer) {
    this.consultation = consultation;
    this.record = record;
    this.themes = themes;
    this.calendar = calendar;
    this.days = days;
    this.desk = List.copyOf(desk);
    this.officer = officer;
  }

  /// A voice: says it at its time and has it read at the desk.
  ///
  /// @param name what other files call it
  /// @param id of the contribution, asked for once it is said
  void say(String name, Row row, Supplier<String> id, Runnable said) {
    say(name, row, id, said, _ -> {});
  }

  /// The same.
  ///
  /// @param checked what the officer does besides, once it is checked, with its id
  void say(String name, Row row, Supplier<String> id, Runnable said, Consumer<String> checked) {
    Instant at = days.moment(row.get("at"));
    calendar.at(at, said);
    ids.put(name, id);
    String then = row.get("then");
    if (!then.equals("waiting")) {
      desk.stream()
          .filter(hour -> hour.isAfter(at))
          .findFirst()
          .ifPresent(hour -> pile(hour).add(new Waiting(row, id, checked)));
    }
    if (then.startsWith(TAKEN_BACK)) {
      calendar.at(
          days.moment(then.substring(TAKEN_BACK.length())),
          () -> record.takeBack(id.get(), Act.CONTRIBUTOR, ""));
    }
  }

  /// Only its name, for a voice whose acts are not by files.
  void know(String name, Supplier<String> id) {
    ids.put(name, id);
  }

  /// The id of the contribution that a file calls so.
  String id(String name) {
    return Optional.ofNullable(ids.get(name))
        .orElseThrow(() -> new IllegalStateException("no voice is called " + name))
        .get();
  }

  /// What waits for an hour at the desk.
  private List<Waiting> pile(Instant hour) {
    return piles.computeIfAbsent(
        hour,
        _ -> {
          List<Waiting> pile = new ArrayList<>();
          calendar.at(hour, () -> read(pile));
          return pile;
        });
  }

  /// Reads a pile as an officer does who ticks what is fine and presses once.
  private void read(List<Waiting> pile) {
    Map<String, Waiting> waiting = new LinkedHashMap<>();
    pile.forEach(one -> waiting.put(one.id().get(), one));
    Map<String, Contribution> said = record.find(waiting.keySet());
    List<String> fine = new ArrayList<>();
    Map<String, Set<String>> under = new LinkedHashMap<>();
    waiting.forEach((id, one) -> {
      Contribution found =
          Optional.ofNullable(said.get(id))
              .orElseThrow(() -> new IllegalStateException("not in the record: " + one.row()));
      if (isFine(found, one.row())) {
        fine.add(id);
        Set<String> themes = themes(one.row().get("themes"));
        if (!themes.isEmpty()) {
          under.put(id, themes);
        }
      }
    });
    record.check(fine, officer);
    record.group(under, officer);
    fine.forEach(id -> Optional.ofNullable(waiting.get(id)).ifPresent(one -> one.checked(id)));
  }

  private boolean isFine(Contribution said, Row row) {
    // Held for the safeguarding lead: not the officer's to read.
    if (said.status() == Status.HELD || said.status().isGone()) {
      return false;
    }
    if (row.get("then").startsWith(DECLINED)) {
      Matcher declined = DECLINED_FOR.matcher(row.get("then"));
      if (!declined.matches()) {
        throw new IllegalArgumentException("why: " + row.get("then"));
      }
      record.decline(said.id(), officer, declined.group(1), declined.group(2));
      return false;
    }
    if (!row.get("english").isEmpty() && said.derived().isEmpty()) {
      record.addText(
          said.id(),
          new DerivedText("TRANSLATION", "en", row.get("english"), INTERPRETER, officer),
          officer);
    }
    return true;
  }

  /// Ids of the themes that a cell names, `|` between them.
  Set<String> themes(String names) {
    if (names.isEmpty()) {
      return Set.of();
    }
    Map<String, String> all = known;
    if (all.isEmpty()) {
      all = themes.themes(consultation).stream().collect(Collectors.toMap(Theme::name, Theme::id));
      known = all;
    }
    Map<String, String> named = all;
    return Arrays.stream(names.split("\\|"))
        .map(String::strip)
        .map(name ->
            Optional.ofNullable(named.get(name))
                .orElseThrow(() -> new IllegalStateException("no theme is called " + name)))
        .collect(Collectors.toSet());
  }

  String pseudonym(String who) {
    return record.pseudonym(consultation, "sample:" + who);
  }

  /// How a voice may be used, from the columns `use` (`unnamed`, `named`, `count`), `name`,
  /// `website` and the language of the form.
  static Consent consent(Row row, Given given, boolean media) {
    String use = row.get("use");
    boolean named = use.equals("named");
    boolean quoted = named || use.equals("unnamed");
    return new Consent(
        Consent.CURRENT_WORDING,
        row.get("language").equals("pl") ? "pl" : "en",
        given,
        "",
        new Scopes(quoted, named, row.get("website").equals("yes"), media && quoted, false, false),
        row.get("name"));
  }

  /// The closing answers of a row, with the five optional ones about the person.
  static UnaryOperator<NewContribution> closing(Row row, Given given, boolean media) {
    return contribution ->
        contribution
            .consent(consent(row, given, media))
            .tell(Tell.CODE, "")
            .under18(row.get("over16").equals("no"))
            .place(row.get("area"))
            .equality(about(row));
  }

  static Equality about(Row row) {
    return new Equality(
        row.get("area"),
        row.get("age").replace("65+", "65-over"),
        row.get("gender"),
        row.get("disability"),
        row.get("car"));
  }

  /// BCP 47, English where the row says nothing.
  static String language(Row row) {
    return row.get("language").isEmpty() ? "en" : row.get("language");
  }
}
