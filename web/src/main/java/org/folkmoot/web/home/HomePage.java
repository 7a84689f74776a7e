package org.folkmoot.web.home;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.EmptyState;
import org.jspecify.annotations.Nullable;

/// Every question that is open, each as large as a notice on a wall, with the ways in below it.
///
/// @param nothing said when no question is open, else null
/// @param earlier questions that are closed or decided
public record HomePage(
    String title, List<Asked> asked, @Nullable EmptyState nothing, List<Earlier> earlier)
    implements Page {

  /// Characters of a question above which it is long.
  public static final int LONG = 90;

  public HomePage {
    asked = List.copyOf(asked);
    earlier = List.copyOf(earlier);
  }

  /// One open question.
  ///
  /// @param anchor id of its heading, unique on the page
  /// @param lang of the question
  /// @param first of the page, which stands beside the drawing
  /// @param closes "Closes in 12 days, on 30 November 2027."
  /// @param decides who decides and when
  /// @param formats the question in plain words, easy to read, as a recording, in sign language
  /// @param heard so far, each number with its own unit; never added together
  /// @param heardWhen as of when the numbers are true
  /// @param notYetHeard whom hardly anybody has been heard from, a few words each
  /// @param why what the question is part of; null if nothing
  public record Asked(
      String anchor,
      String question,
      String lang,
      String href,
      boolean first,
      String closes,
      @Nullable String decides,
      List<Link> formats,
      List<Way> fromHome,
      List<Way> inPerson,
      List<Heard> heard,
      @Nullable String heardWhen,
      List<String> notYetHeard,
      @Nullable Link why) {
    public Asked {
      formats = List.copyOf(formats);
      fromHome = List.copyOf(fromHome);
      inPerson = List.copyOf(inPerson);
      heard = List.copyOf(heard);
      notYetHeard = List.copyOf(notYetHeard);
    }

    public boolean hasFormats() {
      return !formats.isEmpty();
    }

    public boolean hasHome() {
      return !fromHome.isEmpty();
    }

    public boolean hasPerson() {
      return !inPerson.isEmpty();
    }

    /// Long questions stand in smaller letters, so that the ways in stay in sight.
    public boolean isLong() {
      return question.length() > LONG;
    }

    /// Only what is still asked stands so large.
    public boolean isOver() {
      return false;
    }

    public boolean hasMissing() {
      return !notYetHeard.isEmpty();
    }

    public boolean hasHeard() {
      return !heard.isEmpty();
    }
  }

  /// A question that is closed or decided, and the language it is told in.
  ///
  /// @param decided when it was decided, leading to what was; null while it is not
  public record Earlier(String question, String lang, String href, @Nullable Link decided) {}

  /// How much was heard by one door, in the unit people count it in there.
  public record Heard(Drawing drawing, String number, String unit, String recordHref) {}

  /// One way in.
  ///
  /// @param what how long it takes, where it is, what number to text
  public record Way(Drawing drawing, String name, String what, String wayHref) {}

  public boolean hasEarlier() {
    return !earlier.isEmpty();
  }

  @Override
  public String template() {
    return "home/home.mustache";
  }
}
