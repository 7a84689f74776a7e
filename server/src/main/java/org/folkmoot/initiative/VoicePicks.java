package org.folkmoot.initiative;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.consultation.Consultation;
import org.folkmoot.door.Ask;
import org.folkmoot.record.Channel;
import org.folkmoot.record.Reader;
import org.folkmoot.record.RecordQuery;
import org.folkmoot.record.RecordReading;
import org.folkmoot.record.Voice;
import org.folkmoot.web.Words;
import org.folkmoot.web.part.Choices;

/// What people said under an initiative, for an officer to pick from: evidence of an item, stories
/// of a shelf. Thread-safe.
final class VoicePicks {

  private static final int FOUND = 10;
  private static final int MOST_STORIES = 50;

  private final InitiativeService initiatives;
  private final RecordReading reading;

  VoicePicks(InitiativeService initiatives, RecordReading reading) {
    this.initiatives = initiatives;
    this.reading = reading;
  }

  /// What has been picked, then what the words find in what people said, as this officer may read
  /// it.
  List<Choices.Option> found(Ask ask, List<String> picked, String asked) {
    Reader reader = Reader.of(ask.visitor());
    Map<String, Choices.Option> options = new LinkedHashMap<>();
    for (String id : picked) {
      reading.find(reader, id).ifPresent(v -> options.put(v.id(), option(v, ask.words())));
    }
    for (Consultation c : asked(ask)) {
      reading
          .list(reader, RecordQuery.in(c.slug()).words(asked).page(0, FOUND))
          .voices()
          .forEach(v -> options.putIfAbsent(v.id(), option(v, ask.words())));
    }
    return List.copyOf(options.values());
  }

  private static Choices.Option option(Voice voice, Words words) {
    String said = InitiativeViews.titleOf(voice);
    return new Choices.Option(
        voice.id(),
        said.isBlank() ? words.say(voice.channel().wordKey()) : said,
        words.say(voice.channel().wordKey()));
  }

  private List<Consultation> asked(Ask ask) {
    return initiatives.consultations(ask.value("initiative"));
  }

  /// Of what was ticked, what is there and was said under this initiative.
  List<String> ticked(Ask ask, String field) {
    Reader reader = Reader.of(ask.visitor());
    Set<String> own = asked(ask).stream().map(Consultation::slug).collect(Collectors.toSet());
    return ask.form().all(field).stream()
        .distinct()
        .filter(
            id -> reading.find(reader, id).filter(v -> own.contains(v.consultation())).isPresent())
        .limit(MOST_STORIES)
        .toList();
  }

  /// All stories told under this initiative, as this officer may read them.
  List<Choices.Option> stories(Ask ask) {
    Reader reader = Reader.of(ask.visitor());
    return asked(ask).stream()
        .flatMap(c ->
            reading
                .list(reader, RecordQuery.in(c.slug()).channel(Channel.STORY).page(0, MOST_STORIES))
                .voices()
                .stream())
        .map(v -> option(v, ask.words()))
        .toList();
  }
}
