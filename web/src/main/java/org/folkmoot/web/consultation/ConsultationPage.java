package org.folkmoot.web.consultation;

import java.util.List;
import org.folkmoot.web.Link;
import org.folkmoot.web.Page;
import org.folkmoot.web.home.HomePage;
import org.folkmoot.web.home.HomePage.Heard;
import org.folkmoot.web.home.HomePage.Way;
import org.folkmoot.web.part.InTongue;
import org.jspecify.annotations.Nullable;

/// One question: what is asked, what can change, what is promised, how to take part.
///
/// @param lang of the question; all that the council wrote about it says its own
/// @param preview said to staff while only they see the page, else null
/// @param over nobody is asked any more
/// @param decided when it was decided, leading to what was; null while it is not
/// @param when "Open for 12 more days, until …", or since when it is closed
/// @param formats the question in plain words, easy read, as a recording, in sign language
/// @param about paragraphs of why it is asked
/// @param options what can be chosen from; empty where nothing is given
/// @param promise what the council does with what it hears, in a sentence
/// @param promiseChanges every later change of that, in a sentence each
/// @param closed said instead of the ways in while nobody is heard, else null
/// @param reads pages with what was said and what came of it
public record ConsultationPage(
    String title,
    String lang,
    @Nullable String preview,
    boolean over,
    @Nullable Link decided,
    String when,
    List<Link> formats,
    List<InTongue> about,
    List<InTongue> options,
    @Nullable InTongue fixed,
    @Nullable InTongue canChange,
    String promise,
    List<String> promiseChanges,
    @Nullable String decides,
    @Nullable String closed,
    List<Way> fromHome,
    List<Way> inPerson,
    List<Heard> heard,
    @Nullable String heardWhen,
    List<String> notYetHeard,
    List<Link> reads)
    implements Page {
  public ConsultationPage {
    formats = List.copyOf(formats);
    about = List.copyOf(about);
    options = List.copyOf(options);
    promiseChanges = List.copyOf(promiseChanges);
    fromHome = List.copyOf(fromHome);
    inPerson = List.copyOf(inPerson);
    heard = List.copyOf(heard);
    notYetHeard = List.copyOf(notYetHeard);
    reads = List.copyOf(reads);
  }

  /// Long questions stand in smaller letters.
  public boolean isLong() {
    return title.length() > HomePage.LONG;
  }

  public boolean hasMissing() {
    return !notYetHeard.isEmpty();
  }

  public boolean hasFormats() {
    return !formats.isEmpty();
  }

  public boolean hasAbout() {
    return !about.isEmpty();
  }

  public boolean hasOptions() {
    return !options.isEmpty();
  }

  public boolean hasPromiseChanges() {
    return !promiseChanges.isEmpty();
  }

  public boolean hasWays() {
    return hasHome() || hasPerson();
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

  public boolean hasReads() {
    return !reads.isEmpty();
  }

  @Override
  public String template() {
    return "consultation/consultation.mustache";
  }
}
