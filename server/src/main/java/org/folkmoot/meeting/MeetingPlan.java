package org.folkmoot.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What an officer sets up for one meeting: what the notice says, and what the sheets are printed
/// from.
///
/// @param startsAt in the council's time zone
/// @param minutes from the welcome to the end
/// @param offers what is there for people who need it
/// @param access how to get in and around, interpreters' languages, anything the offers leave open
/// @param withoutComing how to say something without coming
/// @param phone where a person answers questions about the evening; may be empty
/// @param tables number of tables, each with a note sheet
/// @param questions of the evening, the one on the cards first
/// @param dots what people may put dots beside; empty for none
/// @param cards number of comment cards, each with a code of its own
public record MeetingPlan(
    String title,
    LocalDateTime startsAt,
    int minutes,
    String place,
    Set<Offer> offers,
    String access,
    String withoutComing,
    String phone,
    int tables,
    List<String> questions,
    List<DotOption> dots,
    int cards) {

  public static final int DEFAULT_CARDS = 24;

  /// More than this is not printed at once.
  public static final int MAX_CARDS = 240;

  public static final int MAX_TABLES = 40;

  public MeetingPlan {
    offers = Set.copyOf(offers);
    questions = List.copyOf(questions);
    dots = List.copyOf(dots);
  }

  /// Something people may put dots beside; marks stand under `dot:{id}`.
  public record DotOption(String id, String text) {
    /// The heading its marks stand under in the record.
    public String heading() {
      return "dot:" + id;
    }
  }

  /// What is there for people who need it.
  public enum Offer {
    STEP_FREE,
    HEARING_LOOP,
    QUIET_ROOM,
    INTERPRETERS,
    CHILDCARE,
    FOOD,
    TRAVEL_REFUND;

    public String wordKey() {
      return "meeting.offer." + value();
    }

    /// Its value in forms.
    public String value() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The question of the evening that stands on cards and slips; empty if there is none.
  public String firstQuestion() {
    return questions.isEmpty() ? "" : questions.getFirst();
  }
}
