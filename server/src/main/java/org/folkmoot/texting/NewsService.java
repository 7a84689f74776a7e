package org.folkmoot.texting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.folkmoot.consultation.ConsultationService;
import org.folkmoot.people.Vault;
import org.folkmoot.record.RecordReading;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.texting.OutText.State;
import org.folkmoot.web.Words;

/// News by text to those who agreed, and what texts cost and came to. Each person gets each news at
/// most once: what is written down for them bears their contact and the news in its id.
/// Thread-safe.
public final class NewsService {

  private static final Duration SHOWN = Duration.ofDays(7);

  private final NewsRepository repository;
  private final OutboxRepository texts;
  private final TextingRepository phones;
  private final Outbox outbox;
  private final Budget budget;
  private final Alarms alarms;
  private final Agreed agreed;
  private final RecordReading reading;
  private final Vault vault;
  private final ConsultationService consultations;
  private final InstantSource time;
  private final ReentrantLock writing = new ReentrantLock();

  NewsService(
      NewsRepository repository,
      OutboxRepository texts,
      TextingRepository phones,
      Outbox outbox,
      Budget budget,
      Alarms alarms,
      Agreed agreed,
      RecordReading reading,
      Vault vault,
      ConsultationService consultations,
      InstantSource time) {
    this.repository = repository;
    this.texts = texts;
    this.phones = phones;
    this.outbox = outbox;
    this.budget = budget;
    this.alarms = alarms;
    this.agreed = agreed;
    this.reading = reading;
    this.vault = vault;
    this.consultations = consultations;
    this.time = time;
  }

  /// One who did not get a news.
  ///
  /// @param who as staff know them, empty if they never texted
  record Missed(String who, OutText text) {}

  /// Writes news down without sending it, with how many would get it.
  News draft(String consultation, Purpose audience, Map<String, String> written, String by) {
    var people = new TreeMap<String, Integer>();
    int stopped = 0;
    int silent = 0;
    for (var one : audience(consultation, audience).entrySet()) {
      Optional<String> phone = phoneOf(one.getKey());
      if (phone.isPresent() && phones.phone(phone.get()).isStopped()) {
        stopped++;
      } else if (phone.isPresent() && one.getValue().silent()) {
        silent++;
      } else if (phone.isPresent()) {
        people.merge(languageFor(one.getValue().language(), written), 1, Integer::sum);
      }
    }
    Instant now = time.instant();
    var news =
        new News(
            consultation + ":" + now.toEpochMilli(),
            consultation,
            audience,
            written,
            people,
            stopped,
            silent,
            by,
            now,
            News.State.DRAFT);
    repository.save(news);
    return news;
  }

  /// How many agreed to texts of a purpose, and how many of them said STOP since.
  record Reached(int agreed, int stopped) {}

  Reached reached(String consultation, Purpose purpose) {
    int agreed = 0;
    int stopped = 0;
    for (String contact : audience(consultation, purpose).keySet()) {
      Optional<String> phone = phoneOf(contact);
      agreed += phone.isPresent() ? 1 : 0;
      stopped += phone.isPresent() && phones.phone(phone.get()).isStopped() ? 1 : 0;
    }
    return new Reached(agreed, stopped);
  }

  Optional<News> find(String consultation, String id) {
    return repository.find(id).filter(n -> n.consultation().equals(consultation));
  }

  List<News> of(String consultation) {
    return repository.of(consultation);
  }

  /// Has a draft go; the same again changes nothing.
  void send(News news) {
    repository.move(news.id(), News.State.DRAFT, News.State.GOING);
  }

  /// Writes the texts of what goes into the outbox. Can be repeated after a crash: nobody is
  /// written down twice. Called again and again.
  void write() {
    if (!writing.tryLock()) {
      return;
    }
    try {
      for (News news : repository.going()) {
        audience(news.consultation(), news.audience())
            .forEach((contact, one) -> write(news, contact, one.language()));
        repository.move(news.id(), News.State.GOING, News.State.WRITTEN);
      }
    } finally {
      writing.unlock();
    }
  }

  private void write(News news, String contact, String language) {
    String text = said(news, languageFor(language, news.texts()));
    Instant now = time.instant();
    phoneOf(contact)
        .ifPresent(phone ->
            texts.add(
                new OutText(
                    "news:" + news.id() + ":" + contact,
                    news.consultation(),
                    news.id(),
                    news.audience(),
                    phone,
                    contact,
                    false,
                    text,
                    Outgoing.parts(text),
                    State.QUEUED,
                    "",
                    0,
                    now,
                    now)));
  }

  /// As it is sent: who writes, what, and how to stop.
  String said(News news, String language) {
    return said(news.texts().getOrDefault(language, ""), language);
  }

  String said(String text, String language) {
    return Outgoing.plain(
        Words.of(language)
            .say("texting.news", "council", consultations.council().name(), "text", text.strip()));
  }

  /// One who agreed.
  ///
  /// @param language they used last
  /// @param silent for so long that it does not count any more
  private record One(String language, boolean silent) {}

  /// Contacts that agreed.
  private Map<String, One> audience(String consultation, Purpose audience) {
    var all = new LinkedHashMap<String, One>();
    Instant now = time.instant();
    reading.eachUpTo(
        consultation,
        Long.MAX_VALUE,
        c -> {
          if (Agreed.allows(c, audience)) {
            Phone phone =
                phoneOf(c.contact()).map(phones::phone).orElseGet(() -> Phone.unknown(""));
            One before = all.get(c.contact());
            boolean silent = (before == null || before.silent()) && agreed.isSilent(c, phone, now);
            all.put(c.contact(), new One(c.consent().language(), silent));
          }
        });
    return all;
  }

  private Optional<String> phoneOf(String contact) {
    String country = consultations.council().country();
    return vault
        .open(contact)
        .filter(c -> c.kind() == Vault.Kind.PHONE)
        .flatMap(c -> Dialling.full(c.address(), country))
        .map(this::reference);
  }

  private String reference(PhoneNumber number) {
    return vault.reference(TextedWords.contact(number), SendingService.UNDER_WAY);
  }

  /// Theirs, if it was written in it; else the first that it was written in.
  private static String languageFor(String theirs, Map<String, String> written) {
    return written.containsKey(theirs)
        ? theirs
        : Words.LANGUAGES.stream().filter(written::containsKey).findFirst().orElse(Words.SOURCE);
  }

  Map<State, Map<String, Long>> counts(String consultation, String news) {
    return texts.counts(consultation, news);
  }

  List<Missed> missed(News news, int most) {
    return texts.notArrived(news.id(), most).stream()
        .map(t ->
            new Missed(
                phones
                    .phone(t.phone())
                    .conversation(news.consultation())
                    .map(Phone.Conversation::name)
                    .orElse(""),
                t))
        .toList();
  }

  SendingRules rules(String consultation) {
    return budget.rules(consultation);
  }

  void save(SendingRules rules) {
    budget.save(rules);
  }

  /// Parts paid so far.
  long parts(String consultation) {
    return budget.parts(consultation);
  }

  /// Which of half, four fifths and all of the money for texts is spent, in percent; 0 for none.
  public int spentMark(String consultation) {
    int percent = budget.rules(consultation).percent(budget.parts(consultation));
    return percent >= 100 ? 100 : percent >= 80 ? 80 : percent >= 50 ? 50 : 0;
  }

  List<Alarms.Alarm> alarms(String consultation) {
    return alarms.of(consultation, time.instant().minus(SHOWN));
  }

  /// Writes down and sends what is due.
  void writeAndSend() {
    write();
    outbox.work();
  }

  static Map<String, String> written(Map<String, String> typed) {
    var written = new HashMap<String, String>();
    typed.forEach((language, text) -> {
      if (!text.isBlank()) {
        written.put(language, text.strip());
      }
    });
    return written;
  }
}
