package org.folkmoot.web.meeting;

import java.util.List;
import org.folkmoot.web.Page;
import org.jspecify.annotations.Nullable;

/// The notice of one meeting: when, where, what is there for people who need it, and how to say
/// something without coming.
///
/// @param over said once it is over, else null
/// @param ends "until about 20:30"
/// @param access how to get in and around, in the officer's words, or null
public record MeetingPage(
    String title,
    @Nullable String over,
    String when,
    String startIso,
    String ends,
    String place,
    String calendarHref,
    List<String> questions,
    List<String> offers,
    @Nullable String access,
    @Nullable String withoutComing,
    String waysHref,
    @Nullable String phone,
    String allHref)
    implements Page {
  public MeetingPage {
    questions = List.copyOf(questions);
    offers = List.copyOf(offers);
  }

  public boolean hasQuestions() {
    return !questions.isEmpty();
  }

  public boolean hasOffers() {
    return !offers.isEmpty();
  }

  /// The same number for a `tel:` address, which may hold no spaces.
  public @Nullable String phoneTo() {
    return phone == null ? null : phone.replaceAll("[^0-9+*#]", "");
  }

  @Override
  public String template() {
    return "meeting/notice.mustache";
  }
}
