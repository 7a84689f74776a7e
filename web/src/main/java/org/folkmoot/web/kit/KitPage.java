package org.folkmoot.web.kit;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Drawing;
import org.jspecify.annotations.Nullable;

/// Every sheet of a meeting's kit, as well-formed XHTML to be printed on A4 in black and white.
///
/// @param footer version and language, at the foot of every sheet
/// @param askLine how to ask a person, beneath it; null where no number is known
/// @param bookmarks one for each kind of sheet, in the order they come
/// @param asked the consultation's question
/// @param pass what volunteers enter paper with; null where none works
/// @param dots null where there are none
public record KitPage(
    String title,
    String councilName,
    String footer,
    @Nullable String askLine,
    List<Bookmark> bookmarks,
    String meeting,
    String when,
    String place,
    String asked,
    List<String> questions,
    List<Step> steps,
    @Nullable Pass pass,
    List<String> rules,
    List<String> worries,
    List<SlipSheet> slipSheets,
    List<NoteSheet> noteSheets,
    List<CardSheet> cardSheets,
    @Nullable DotSheet dots,
    PromiseSheet promise)
    implements Page {
  public KitPage {
    bookmarks = List.copyOf(bookmarks);
    questions = List.copyOf(questions);
    steps = List.copyOf(steps);
    rules = List.copyOf(rules);
    worries = List.copyOf(worries);
    slipSheets = List.copyOf(slipSheets);
    noteSheets = List.copyOf(noteSheets);
    cardSheets = List.copyOf(cardSheets);
  }

  /// @param anchor id of the sheet's heading
  public record Bookmark(String anchor, String label) {}

  /// The evening pass.
  ///
  /// @param passQr picture of its address as a `data:` address
  /// @param passWhat how to use it, and until when
  public record Pass(String passCode, String passQr, String passQrAlt, String passWhat) {}

  /// One line of the run sheet.
  public record Step(String time, String what) {}

  /// One A4 page of slips for the door.
  public record SlipSheet(boolean first, List<Integer> slips) {
    public SlipSheet {
      slips = List.copyOf(slips);
    }
  }

  /// The note sheet of one table.
  public record NoteSheet(boolean first, int table, List<Integer> lines) {
    public NoteSheet {
      lines = List.copyOf(lines);
    }
  }

  /// One A4 sheet of cards: its front, and its back for the other side of the paper.
  public record CardSheet(boolean first, List<Card> fronts, List<Card> backs) {
    public CardSheet {
      fronts = List.copyOf(fronts);
      backs = List.copyOf(backs);
    }
  }

  /// A comment card.
  ///
  /// @param qr picture of the code as a `data:` address
  /// @param qrAlt what the picture is
  /// @param look the address without `https://`, to be typed
  /// @param phoneLine "or call …", or null
  /// @param lines to write on
  /// @param areas to tick; empty where there are too many, then there is a line to write on
  public record Card(
      String code,
      String cardQuestion,
      String qr,
      String qrAlt,
      String look,
      @Nullable String phoneLine,
      List<Integer> lines,
      List<String> areas) {
    /// In characters: what fits into two lines of the larger type.
    public static final int LONG_QUESTION = 90;

    public Card {
      lines = List.copyOf(lines);
      areas = List.copyOf(areas);
    }

    /// True if it must be set smaller, so that room is left to write.
    public boolean longQuestion() {
      return cardQuestion.length() > LONG_QUESTION;
    }

    public boolean hasAreas() {
      return !areas.isEmpty();
    }
  }

  public record DotSheet(List<String> options) {
    public DotSheet {
      options = List.copyOf(options);
    }
  }

  /// What the council promises to do with what it hears.
  ///
  /// @param local said where the address opens on the council's own machine alone; else null
  public record PromiseSheet(
      String words,
      String can,
      String cannot,
      String decides,
      String promiseQr,
      String qrAlt,
      String look,
      @Nullable String local) {}

  /// The drawings of the doors a sheet is for, as on the website.
  public Drawing ofMeeting() {
    return Drawing.ofDoor("PUBLIC_MEETING");
  }

  public Drawing ofCards() {
    return Drawing.ofDoor("COMMENT_CARD");
  }

  public Drawing ofDots() {
    return Drawing.ofDoor("DOT_VOTE");
  }

  public boolean hasCards() {
    return !cardSheets.isEmpty();
  }

  @Override
  public String template() {
    return "kit/kit.mustache";
  }
}
