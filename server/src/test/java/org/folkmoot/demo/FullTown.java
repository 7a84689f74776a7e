package org.folkmoot.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.record.CaptureKind;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Consent;
import org.folkmoot.record.NewContribution;
import org.folkmoot.record.Source;
import org.folkmoot.record.Voices;
import org.folkmoot.statement.Vote;

/// The town at its full size, made by a seed for runs under load: 1,758 contributions and 4,212
/// votes, or any multiple of them. The same seed makes the same town. Its words are put together
/// from pieces and only fill space: nobody is shown them as a sample.
public final class FullTown {

  /// How many contributions come by each door at size one.
  static final Map<Channel, Integer> DOORS = new EnumMap<>(Channel.class);

  static {
    DOORS.put(Channel.PANEL, 468);
    DOORS.put(Channel.OPEN_SURVEY, 402);
    DOORS.put(Channel.FORUM, 58);
    DOORS.put(Channel.LIVE_SESSION, 64);
    DOORS.put(Channel.STATEMENT, 36);
    DOORS.put(Channel.STORY, 24);
    DOORS.put(Channel.SMS, 268);
    DOORS.put(Channel.PUBLIC_MEETING, 252);
    DOORS.put(Channel.COMMENT_CARD, 118);
    DOORS.put(Channel.PARTNER_KIT, 41);
    DOORS.put(Channel.JURY, 13);
    DOORS.put(Channel.WRITTEN_SUBMISSION, 14);
  }

  static final int VOTES = 4_212;
  static final int VOTERS = 188;
  static final int STATEMENTS = 32;
  private static final int CAMPAIGN = 61;
  private static final int IDENTICAL = 52;
  private static final int PANEL_MEMBERS = 240;
  private static final String TEMPLATE = "Keep our evening buses. I urge you to fund the 14 and 7.";

  private static final List<String> WHO =
      List.of("I", "My mum", "We", "My son", "The lad next door", "My husband", "Half our shift");
  private static final List<String> WHAT =
      List.of(
          "missed the last bus",
          "walked home in the dark",
          "paid for a taxi",
          "gave up the class",
          "waited an hour",
          "got a lift again",
          "stayed in");
  private static final List<String> WHERE =
      List.of(
          "at Quay Street", "by the school", "in Upper Wren", "at the Regent", "on Tide Street");

  /// One vote of one participant on one statement.
  public record Marked(String participant, int statement, Vote vote) {}

  private final String consultation;
  private final long seed;
  private final int times;

  /// @param times how many towns of this size
  public FullTown(String consultation, long seed, int times) {
    this.consultation = consultation;
    this.seed = seed;
    this.times = times;
  }

  /// What one voice is, before it is said.
  ///
  /// @param act unique within its door
  /// @param participant a person of the panel has one over all waves; empty where nobody is known
  public record Said(
      Channel channel, String act, String participant, String text, String language, int group) {

    /// The same as the record takes it.
    public NewContribution to(String consultation) {
      return NewContribution.to(consultation, channel)
          .act(act)
          .text(text, language)
          .participant(participant)
          .source(Source.none())
          .capturedAs(group > 0 ? CaptureKind.SUMMARY_NOTE : CaptureKind.SELF_TYPED)
          .voices(group > 0 ? new Voices.Group(group) : new Voices.One())
          .consent(
              new Consent(
                  Consent.CURRENT_WORDING,
                  "en",
                  Consent.Given.SCREEN,
                  "",
                  new Consent.Scopes(true, false, act.hashCode() % 3 != 0, false, false, false),
                  ""));
    }
  }

  public List<Said> voices() {
    List<Said> all = new ArrayList<>();
    for (int town = 0; town < times; town++) {
      var random = new Random(seed + town);
      for (Map.Entry<Channel, Integer> door : DOORS.entrySet()) {
        for (int i = 0; i < door.getValue(); i++) {
          all.add(said(door.getKey(), town, i, random));
        }
      }
    }
    return all;
  }

  /// [#VOTES] for each town, nobody twice on one statement.
  public List<Marked> votes() {
    List<Marked> all = new ArrayList<>();
    for (int town = 0; town < times; town++) {
      var random = new Random(~seed - town);
      for (int i = 0; i < VOTES; i++) {
        // Voters go round; with 188 of them and 32 statements no pair comes twice before 6,016.
        int voter = i % VOTERS;
        int statement = (i / VOTERS + voter) % STATEMENTS;
        Vote vote = Vote.values()[random.nextInt(Vote.values().length)];
        all.add(new Marked("full-" + town + "-voter-" + voter, statement, vote));
      }
    }
    return all;
  }

  String consultation() {
    return consultation;
  }

  private Said said(Channel channel, int town, int number, Random random) {
    String act = "full-" + town + "-" + number;
    int group = channel == Channel.PUBLIC_MEETING ? 4 + random.nextInt(5) : 0;
    String who =
        switch (channel) {
          case PANEL -> "full-" + town + "-member-" + number % PANEL_MEMBERS;
          case FORUM -> "full-" + town + "-poster-" + number % 37;
          case LIVE_SESSION -> "full-" + town + "-there-" + number % 61;
          default -> group > 0 ? "" : "full-" + town + "-" + channel + "-" + number;
        };
    return new Said(
        channel, act, who, text(channel, act, number, random), language(channel, number), group);
  }

  private static String text(Channel channel, String act, int number, Random random) {
    if (channel == Channel.OPEN_SURVEY && number < CAMPAIGN) {
      return number < IDENTICAL
          ? TEMPLATE
          : TEMPLATE + " Mine is the stop at number " + number + ".";
    }
    return String.join(
            " ",
            one(WHO, random),
            one(WHAT, random),
            one(WHERE, random),
            "on day " + random.nextInt(40))
        + ". ("
        + act
        + ")";
  }

  /// Of 268 conversations 229 are English, 27 Polish and 12 Bangla.
  private static String language(Channel channel, int number) {
    return channel != Channel.SMS || number < 229 ? "en" : number < 256 ? "pl" : "bn";
  }

  private static String one(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
