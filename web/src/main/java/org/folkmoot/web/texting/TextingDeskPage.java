package org.folkmoot.web.texting;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Where an officer sets up what people text, sees every text with its size, and who is texting.
///
/// @param unreal said where texts reach no real telephone; null where they do
/// @param money how much of it is spent, once that is worth saying; null before
/// @param texts by language; empty until it has been saved once
public record TextingDeskPage(
    String title,
    @Nullable ErrorSummary errors,
    @Nullable String unreal,
    @Nullable String money,
    String action,
    TextField keyword,
    TextField number,
    Choices script,
    List<TextArea> questions,
    List<Names> names,
    List<Texts> texts,
    List<Row> conversations,
    String conversationsSaid,
    @Nullable String publicHref)
    implements Page {
  public TextingDeskPage {
    questions = List.copyOf(questions);
    names = List.copyOf(names);
    texts = List.copyOf(texts);
    conversations = List.copyOf(conversations);
  }

  /// What stands for the names in the texts of one language.
  public record Names(String heading, List<TextField> fields) {
    public Names {
      fields = List.copyOf(fields);
    }
  }

  /// Every text of one language.
  public record Texts(String heading, String lang, String dir, List<Sized> sized) {
    public Texts {
      sized = List.copyOf(sized);
    }
  }

  /// One text and how large it is.
  ///
  /// @param costly more than one part
  /// @param swap which letters make it costly and what could stand for them, or null
  public record Sized(
      String what, String said, String size, boolean costly, @Nullable String swap) {

    /// The same with more said of its size.
    public Sized with(String more) {
      return new Sized(what, said, more, costly, swap);
    }
  }

  /// One conversation, without number and words.
  ///
  /// @param needs why a person should look at it; null if nobody need
  public record Row(
      String who, String href, String where, String spoken, String heard, @Nullable String needs) {
    public Row(String who, String href, String where, String spoken, String heard) {
      this(who, href, where, spoken, heard, null);
    }
  }

  public boolean hasTexts() {
    return !texts.isEmpty();
  }

  public boolean hasConversations() {
    return !conversations.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "texting/desk.mustache";
  }
}
