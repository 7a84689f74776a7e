package org.folkmoot.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.door.Ask;
import org.folkmoot.web.Link;
import org.folkmoot.web.Words;
import org.folkmoot.web.consultation.AskPage;
import org.folkmoot.web.consultation.AskPage.Person;
import org.folkmoot.web.consultation.AskPage.Place;
import org.folkmoot.web.consultation.AskPage.Reach;
import org.jspecify.annotations.Nullable;

/// How to reach a person, as residents see it.
final class AskViews {

  private final ConsultationService consultations;
  private final ConsultationViews views;

  AskViews(ConsultationService consultations, ConsultationViews views) {
    this.consultations = consultations;
    this.views = views;
  }

  AskPage page(Ask ask) {
    Words words = ask.words();
    Council council = consultations.council();
    return new AskPage(
        words.say("common.ask-a-person"),
        words.say(council.canBeAsked() ? "consultation.ask.lead" : "consultation.ask.nobody"),
        person(council),
        calls(council, words),
        places(council, words),
        meeting(ask),
        List.of(new Link(words.say("people.nav.home"), "/")));
  }

  private static @Nullable Person person(Council council) {
    return (council.person() + council.hours()).isBlank()
        ? null
        : new Person(council.person(), council.hours().lines().toList(), Words.SOURCE);
  }

  private static List<Reach> calls(Council council, Words words) {
    List<Reach> calls = new ArrayList<>();
    if (!council.phone().isEmpty()) {
      calls.add(
          new Reach(words.say("common.help-phone"), council.phone(), "tel:" + council.dialled()));
    }
    if (!council.textNumber().isEmpty()) {
      calls.add(
          new Reach(
              words.say("common.help-text"),
              Telephone.shown(council.textNumber(), council.country()),
              "sms:" + council.textNumber()));
    }
    if (!council.email().isEmpty()) {
      calls.add(
          new Reach(words.say("common.help-email"), council.email(), "mailto:" + council.email()));
    }
    return calls;
  }

  private static List<Place> places(Council council, Words words) {
    List<Place> places = new ArrayList<>();
    if (!council.inPerson().isEmpty()) {
      places.add(place(words, "consultation.ask.in-person", council.inPerson()));
    }
    if (!council.address().isEmpty()) {
      places.add(place(words, "consultation.letter.post", council.address()));
    }
    return places;
  }

  private static Place place(Words words, String heading, String text) {
    return new Place(words.say(heading), text.lines().toList(), Words.SOURCE);
  }

  /// The next meeting of the questions that are open, the one that closes first first.
  private @Nullable Reach meeting(Ask ask) {
    return consultations.visible().stream()
        .map(asked -> views.nextMeeting(ask, asked))
        .flatMap(Optional::stream)
        .findFirst()
        .map(next ->
            new Reach(
                ask.words().say("consultation.ask.meeting"),
                next.title() + ": " + next.when() + ", " + next.where(),
                next.href()))
        .orElse(null);
  }
}
