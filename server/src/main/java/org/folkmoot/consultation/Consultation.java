package org.folkmoot.consultation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One question a council asks.
///
/// @param slug its name in addresses, for example `after-six`; never changes
/// @param initiative slug of the initiative it belongs to
/// @param about a paragraph or two of why it is asked
/// @param chosen whether the answer has been chosen already
/// @param options what can be chosen from, "something else" not among them; empty unless
///   [Chosen#OPTIONS]
/// @param fixed what cannot change, and `canChange` what can, in plain sentences
/// @param opensOn first day, and `closesOn` last day, in the council's time zone
/// @param decidedBy who decides, and `decidesOn` when
/// @param areas names a person may give for where they live
/// @param languages of what is shown, BCP 47, the first one first
/// @param formats the same question in other forms, as far as the officer gave them
/// @param wordings the same in other languages, as far as it has been written in them
public record Consultation(
    String slug,
    String initiative,
    String title,
    String question,
    String about,
    Chosen chosen,
    List<Option> options,
    String fixed,
    String canChange,
    Promise promise,
    LocalDate opensOn,
    LocalDate closesOn,
    String decidedBy,
    LocalDate decidesOn,
    Set<Way> ways,
    List<String> areas,
    List<String> languages,
    State state,
    Formats formats,
    Map<String, Wording> wordings) {

  public Consultation {
    options = List.copyOf(options);
    ways = Set.copyOf(ways);
    areas = List.copyOf(areas);
    languages = List.copyOf(languages);
    wordings = Map.copyOf(wordings);
  }

  /// A question in one form and one language only.
  public Consultation(
      String slug,
      String initiative,
      String title,
      String question,
      String about,
      Chosen chosen,
      List<Option> options,
      String fixed,
      String canChange,
      Promise promise,
      LocalDate opensOn,
      LocalDate closesOn,
      String decidedBy,
      LocalDate decidesOn,
      Set<Way> ways,
      List<String> areas,
      List<String> languages,
      State state) {
    this(
        slug,
        initiative,
        title,
        question,
        about,
        chosen,
        options,
        fixed,
        canChange,
        promise,
        opensOn,
        closesOn,
        decidedBy,
        decidesOn,
        ways,
        areas,
        languages,
        state,
        Formats.none(),
        Map.of());
  }

  /// The question for people who do not read it, or not like this. What is empty is not offered.
  ///
  /// @param plain in plain words, and `easyRead` in short sentences, one to a line; a line may
  ///   begin with the name of a drawing, as in `[bus] Some buses have stopped.`
  /// @param audio address of a recording, and `signing` of a film in sign language
  /// @param signingNote what is said where there is no film yet, or beside it
  /// @param recording one that is kept here
  public record Formats(
      String plain,
      String easyRead,
      String audio,
      String signing,
      String signingNote,
      Optional<Recording> recording) {
    public static Formats none() {
      return new Formats("", "", "", "", "", Optional.empty());
    }

    public Formats with(Optional<Recording> another) {
      return new Formats(plain, easyRead, audio, signing, signingNote, another);
    }
  }

  /// The question read aloud.
  ///
  /// @param media id of the file
  /// @param reader whose voice it is; may be empty
  /// @param words what it says, for those who cannot hear it
  public record Recording(String media, String reader, String words) {}

  /// Something that can be chosen.
  public record Option(String id, String text) {}

  /// "Has the answer been chosen?"
  public enum Chosen {
    CHOSEN,
    OPTIONS,
    OPEN;

    public String wordKey() {
      return "consultation.chosen." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// What the council promises to do with what it hears. Five alternatives, not rungs.
  public enum Promise {
    INFORM,
    CONSULT,
    INVOLVE,
    COLLABORATE,
    EMPOWER;

    public String wordKey() {
      return "consultation.promise." + name().toLowerCase(Locale.ROOT);
    }
  }

  public enum State {
    DRAFT,
    OPEN,
    CLOSED
  }

  /// A way in that the officer may tick.
  public enum Way {
    PANEL(true),
    STATEMENT(true),
    LIVE_SESSION(true),
    FORUM(true),
    STORY(true),
    SMS(true),
    WRITTEN_SUBMISSION(true),
    PUBLIC_MEETING(false),
    COMMENT_CARD(false),
    DOT_VOTE(false),
    JURY(false);

    private final boolean fromHome;

    Way(boolean fromHome) {
      this.fromHome = fromHome;
    }

    /// From home or in person: the two groups on every list of ways in.
    public boolean isFromHome() {
      return fromHome;
    }

    public String wordKey() {
      return "consultation.way." + name().toLowerCase(Locale.ROOT);
    }

    /// The last part of the address at which somebody takes part in this way.
    public String page() {
      return switch (this) {
        case PANEL -> "panel";
        case STATEMENT -> "statements";
        case LIVE_SESSION, FORUM -> "forum";
        case STORY -> "stories/new";
        case SMS -> "text";
        case WRITTEN_SUBMISSION -> "letter";
        case PUBLIC_MEETING, COMMENT_CARD, DOT_VOTE -> "meetings";
        case JURY -> "jury";
      };
    }
  }

  /// The language it is asked in.
  public String language() {
    return languages.isEmpty() ? "en" : languages.getFirst();
  }

  /// The question for readers of a language.
  public Told told(String reader) {
    return new Told(this, reader);
  }

  /// Why it cannot be opened, if so.
  public Optional<Obstacle> obstacle() {
    if (chosen == Chosen.CHOSEN) {
      return Optional.of(Obstacle.ALREADY_CHOSEN);
    }
    if (promise == Promise.INFORM) {
      return Optional.of(Obstacle.INFORM_ONLY);
    }
    return ways.isEmpty() ? Optional.of(Obstacle.NO_WAY_IN) : Optional.empty();
  }

  public enum Obstacle {
    ALREADY_CHOSEN,
    INFORM_ONLY,
    NO_WAY_IN,
    NO_SAFETY_LEAD;

    public String wordKey() {
      return "consultation.obstacle." + name().toLowerCase(Locale.ROOT);
    }
  }

  /// True if it hears people on this day.
  public boolean isHearingOn(LocalDate today) {
    return state == State.OPEN && !today.isBefore(opensOn) && !today.isAfter(closesOn);
  }

  /// The same as part of an initiative; an empty slug takes it out.
  public Consultation partOf(String newInitiative) {
    return with(newInitiative, state, formats, wordings);
  }

  public Consultation in(State next) {
    return with(initiative, next, formats, wordings);
  }

  /// The same question with these other forms of it.
  public Consultation with(Formats given) {
    return with(initiative, state, given, wordings);
  }

  /// The same question, told in one more language; an empty wording takes it out.
  public Consultation with(String inLanguage, Wording written) {
    Map<String, Wording> all = new HashMap<>(wordings);
    all.put(inLanguage, written);
    all.values().removeIf(Wording::isEmpty);
    return with(initiative, state, formats, all);
  }

  private Consultation with(
      String partOf, State next, Formats given, Map<String, Wording> written) {
    return new Consultation(
        slug, partOf, title, question, about, chosen, options, fixed, canChange, promise, opensOn,
        closesOn, decidedBy, decidesOn, ways, areas, languages, next, given, written);
  }
}
