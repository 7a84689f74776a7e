package org.folkmoot.web.home;

import java.util.List;
import org.folkmoot.web.Frame;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Drawing;
import org.folkmoot.web.part.EmptyState;
import org.folkmoot.web.part.Figure;
import org.jspecify.annotations.Nullable;

/// Every question that is open, each as large as a notice on a wall, with the ways in below it.
///
/// @param nothing said when no question is open, else null
/// @param earlier questions that are closed or decided
/// @param initiative why the council asks at all, with its page; null while there is none
public record HomePage(
    String title,
    List<Asked> asked,
    @Nullable EmptyState nothing,
    List<Frame.Link> earlier,
    Frame.@Nullable Link initiative)
    implements Page {
  public HomePage {
    asked = List.copyOf(asked);
    earlier = List.copyOf(earlier);
  }

  /// The first page of a portal that belongs to no initiative.
  public HomePage(
      String title, List<Asked> asked, @Nullable EmptyState nothing, List<Frame.Link> earlier) {
    this(title, asked, nothing, earlier, null);
  }

  /// One open question.
  ///
  /// @param anchor id of its heading, unique on the page
  /// @param closes "Open for 12 more days, until 30 November 2027"
  /// @param decides who decides and when
  /// @param heard so far, each number with its own unit; never added together
  /// @param heardWhen as of when the numbers are true
  public record Asked(
      String anchor,
      String question,
      String href,
      String closes,
      @Nullable String decides,
      List<Way> fromHome,
      List<Way> inPerson,
      List<Figure> heard,
      @Nullable String heardWhen) {
    public Asked {
      fromHome = List.copyOf(fromHome);
      inPerson = List.copyOf(inPerson);
      heard = List.copyOf(heard);
    }

    public boolean hasHome() {
      return !fromHome.isEmpty();
    }

    public boolean hasPerson() {
      return !inPerson.isEmpty();
    }

    public boolean hasHeard() {
      return !heard.isEmpty();
    }
  }

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
