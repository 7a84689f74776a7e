package org.folkmoot.web.part;

import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;

/// The finer uses, folded away under the three that everybody sees. Nothing is ticked beforehand.
///
/// Names of the fields: `more-words-only` keeps files out, `more-contact` and `more-keep` allow
/// more; each is sent as `yes`.
///
/// @param open whether it is unfolded, because something in it is ticked
/// @param wordsOnly null where no file can come with the words
/// @param contact null where it cannot be allowed, and so `keep`
public record MoreChoices(
    boolean open,
    @Nullable Checkbox wordsOnly,
    @Nullable Checkbox contact,
    @Nullable Checkbox keep) {

  public static final String WORDS_ONLY = "more-words-only";
  public static final String CONTACT = "more-contact";
  public static final String KEEP = "more-keep";

  /// @param files whether a picture or recording can come with the words
  public static MoreChoices of(
      FormState form, Words words, boolean files, boolean contact, boolean keep) {
    Checkbox only = files ? tick(form, words, WORDS_ONLY) : null;
    Checkbox again = contact ? tick(form, words, CONTACT) : null;
    Checkbox kept = keep ? tick(form, words, KEEP) : null;
    return new MoreChoices(isOn(only) || isOn(again) || isOn(kept), only, again, kept);
  }

  private static Checkbox tick(FormState form, Words words, String name) {
    return form.checkbox(name, words.say("common." + name))
        .hint(words.say("common." + name + "-hint"));
  }

  private static boolean isOn(@Nullable Checkbox box) {
    return box != null && box.checked();
  }

  public boolean isAny() {
    return wordsOnly != null || contact != null || keep != null;
  }
}
