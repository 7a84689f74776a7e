package org.folkmoot.web.initiative;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Button;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.Choices;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.Select;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// A form that changes one thing of an initiative or answers an invitation.
///
/// @param about what is changed, in its own words, in the language `aboutLang`; null for nothing
/// @param search looks for what can be ticked; null where there is nothing to look for
/// @param act makes sending twice one act; null where that makes no difference
/// @param save null where nothing can be changed
public record FormPage(
    String title,
    String lead,
    Link back,
    @Nullable String about,
    @Nullable String aboutLang,
    @Nullable ErrorSummary errors,
    @Nullable Search search,
    String action,
    @Nullable String act,
    List<Field> fields,
    @Nullable Button save)
    implements Page {
  public FormPage {
    fields = List.copyOf(fields);
  }

  /// A form that anybody may send, once.
  public FormPage(
      String title,
      String lead,
      Link back,
      @Nullable ErrorSummary errors,
      String action,
      String act,
      List<Field> fields,
      @Nullable Button save) {
    this(title, lead, back, null, null, errors, null, action, act, fields, save);
  }

  /// A form with which an officer changes something.
  public FormPage(
      String title,
      String lead,
      Link back,
      @Nullable String about,
      @Nullable String aboutLang,
      @Nullable ErrorSummary errors,
      @Nullable Search search,
      String action,
      List<Field> fields,
      Button save) {
    this(title, lead, back, about, aboutLang, errors, search, action, null, fields, save);
  }

  /// The same where nothing is left to change.
  public FormPage(
      String title,
      String lead,
      Link back,
      @Nullable String about,
      @Nullable String aboutLang,
      String action) {
    this(title, lead, back, about, aboutLang, null, null, action, null, List.of(), null);
  }

  /// A form above the form, sent with GET.
  public record Search(String searchAction, TextField words) {}

  /// One field of whichever kind.
  public record Field(
      @Nullable TextField line,
      @Nullable TextArea area,
      @Nullable Choices choices,
      @Nullable Select select,
      @Nullable Checkbox checkbox) {
    public static Field of(TextField field) {
      return new Field(field, null, null, null, null);
    }

    public static Field of(TextArea field) {
      return new Field(null, field, null, null, null);
    }

    public static Field of(Choices field) {
      return new Field(null, null, field, null, null);
    }

    public static Field of(Select field) {
      return new Field(null, null, null, field, null);
    }

    public static Field of(Checkbox field) {
      return new Field(null, null, null, null, field);
    }
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "initiative/form.mustache";
  }
}
