package org.folkmoot.texting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.folkmoot.media.MediaId;
import org.folkmoot.media.MediaReason;
import org.folkmoot.media.Received;
import org.folkmoot.people.Vault;
import org.folkmoot.sms.InboundMessage;
import org.folkmoot.sms.MessageMedia;
import org.folkmoot.sms.PhoneNumber;
import org.folkmoot.sms.flow.FlowEngine;
import org.folkmoot.sms.flow.FlowState;
import org.folkmoot.store.OneAtATime;
import org.folkmoot.story.StoryService;
import org.folkmoot.texting.Hearing.Heard;
import org.folkmoot.texting.Phone.Conversation;

/// Pictures that came with texts: each waits for GO like the words it came with, is fetched from
/// the gateway and checked, goes to the contribution those words become, and is deleted at the
/// gateway. What has to be done is written down before the text is acknowledged, and every step can
/// be repeated after a crash. Thread-safe.
final class Pictures {

  private static final System.Logger LOG = System.getLogger(Pictures.class.getName());

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final int LONGEST_PAUSE = 10;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration REMEMBERED = Duration.ofDays(30);

  /// After so many times a picture that cannot be fetched is given up; with the pauses between them
  /// that takes some ten minutes.
  static final int TRIES = 6;

  private static final int BATCH = 50;

  private final Optional<MessageMedia> gateway;
  private final PictureRepository repository;
  private final TextingRepository phones;
  private final TextedWords words;
  private final StoryService stories;
  private final Vault vault;
  private final InstantSource time;
  private final OneAtATime alone = new OneAtATime();

  /// Tells somebody that their picture could not be taken.
  @FunctionalInterface
  interface Telling {

    /// @param id the same every time it is told
    void refused(String id, Picture picture, PhoneNumber to);
  }

  Pictures(
      Optional<MessageMedia> gateway,
      PictureRepository repository,
      TextingRepository phones,
      TextedWords words,
      StoryService stories,
      Vault vault,
      InstantSource time) {
    this.gateway = gateway;
    this.repository = repository;
    this.phones = phones;
    this.words = words;
    this.stories = stories;
    this.vault = vault;
    this.time = time;
  }

  /// Notes the pictures of a text that has been heard, before it is acknowledged; the same text
  /// again notes nothing more.
  void came(InboundMessage message, Heard heard, String consultation) {
    Phone phone = heard.phone();
    String language = phone.conversation(consultation).map(c -> c.state().language()).orElse("");
    boolean kept = heard.became().what() != Became.What.CLOSED;
    add(
        message,
        phone.reference(),
        conversation(phone, consultation),
        consultation,
        language,
        kept ? Picture.State.THERE : Picture.State.DROPPED);
    settle(heard, consultation);
  }

  /// The same for a text to a number that asks nothing: its pictures are only deleted.
  void unasked(InboundMessage message, String phone) {
    add(message, phone, "", "", "", Picture.State.DROPPED);
  }

  private void add(
      InboundMessage message,
      String phone,
      String conversation,
      String consultation,
      String language,
      Picture.State state) {
    Instant now = time.instant();
    for (int i = 0; i < message.media().size(); i++) {
      String id = Inbox.act(message) + ":" + i;
      String contact =
          state == Picture.State.THERE
              ? vault.keep(TextedWords.contact(message.from()), "picture:" + id)
              : "";
      repository.add(
          new Picture(
              id,
              message.media().get(i),
              phone,
              conversation,
              consultation,
              "",
              language,
              contact,
              state,
              "",
              "",
              0,
              now,
              now));
    }
  }

  /// What waits with the words of a conversation goes where they went.
  void settle(Heard heard, String consultation) {
    List<String> waiting = repository.waiting(conversation(heard.phone(), consultation));
    if (waiting.isEmpty()) {
      return;
    }
    Optional<String> voice = voice(heard, consultation);
    boolean stays = voice.isEmpty() && keepsWords(heard.phone(), consultation);
    if (stays) {
      return;
    }
    Instant now = time.instant();
    waiting.forEach(id ->
        change(
            id,
            picture ->
                voice
                    .map(to -> picture.of(to, now))
                    .orElseGet(() -> picture.to(Picture.State.DROPPED, now))));
  }

  /// What the text brought into the record; where everything had been said already, what stands of
  /// that.
  private Optional<String> voice(Heard heard, String consultation) {
    if (!heard.became().contribution().isEmpty()) {
      return Optional.of(heard.became().contribution());
    }
    return heard
        .phone()
        .conversation(consultation)
        .map(Conversation::state)
        .filter(state -> state.at().equals(FlowState.DONE) && state.consentedAt() != null)
        .flatMap(_ -> words.latest(heard.phone(), consultation))
        .map(c -> c.id());
  }

  private static boolean keepsWords(Phone phone, String consultation) {
    return phone
        .conversation(consultation)
        .filter(c ->
            c.isUnderWay()
                || !c.state().waiting().isEmpty()
                || !c.state().answers().isEmpty()
                || !c.state().parts().isEmpty())
        .isPresent();
  }

  /// What is not with a contribution yet is nobody's any more.
  void forget(String phone) {
    repository
        .of(phone)
        .forEach(id ->
            change(
                id,
                picture ->
                    picture.waits() ? picture.to(Picture.State.DROPPED, time.instant()) : picture));
  }

  /// Does what is to be done by now.
  void goOn(Telling telling) {
    if (gateway.isEmpty()) {
      return;
    }
    Instant now = time.instant();
    repository.due(now, BATCH).forEach(id -> goOn(id, telling));
    repository.forgetBefore(now.minus(REMEMBERED));
  }

  /// Takes one as far as it goes.
  private void goOn(String id, Telling telling) {
    Optional<Picture> now = repository.find(id);
    while (now.isPresent()) {
      Picture before = now.get();
      UnaryOperator<Picture> done = step(before, telling);
      // Asked over the network meanwhile: its words may have gone somewhere since.
      now = change(id, p -> p.state() == before.state() ? done.apply(p) : p);
      if (now.filter(after -> after.state() != before.state()).isEmpty()) {
        return;
      }
    }
  }

  /// Does the next thing, or tries to.
  ///
  /// @return what that makes of the picture
  private UnaryOperator<Picture> step(Picture picture, Telling telling) {
    Instant now = time.instant();
    try {
      return switch (picture.state()) {
        case THERE -> fetch(picture);
        case FETCHED -> picture.waits() ? wait(picture) : add(picture);
        case REFUSED -> {
          vault
              .open(picture.contact())
              .flatMap(contact -> PhoneNumber.parse(contact.address()))
              .ifPresent(to -> telling.refused("picture:" + picture.id(), picture, to));
          yield deleted(picture);
        }
        case DROPPED -> {
          if (!picture.media().isEmpty()) {
            stories.dropFile(new MediaId(picture.media()));
          }
          yield deleted(picture);
        }
        case ADDED -> deleted(picture);
        case DONE -> p -> p;
      };
    } catch (MessageMedia.NoMediaException e) {
      LOG.log(Level.WARNING, "event=picture.refused picture={0} why={1}", picture.id(), e);
      return p -> p.refused("unreachable", now);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "event=picture.waits picture={0} why={1}", picture.id(), e);
      return picture.state() == Picture.State.THERE && picture.tries() + 1 >= TRIES
          ? p -> p.refused("unreachable", now)
          : later("unreachable");
    }
  }

  private UnaryOperator<Picture> fetch(Picture picture) throws IOException {
    byte[] bytes = gateway.orElseThrow().fetch(picture.where());
    Instant now = time.instant();
    return switch (stories.receivePicture(new ByteArrayInputStream(bytes))) {
      case Received.Taken(var media) -> p -> p.fetched(media.id().value(), now);
      case Received.NotTaken(var reason) ->
          reason == MediaReason.BUSY ? later(reason.name()) : p -> p.refused(reason.name(), now);
    };
  }

  /// While its words wait it does, and no longer.
  private UnaryOperator<Picture> wait(Picture picture) {
    Instant now = time.instant();
    Instant end = picture.at().plus(FlowEngine.WAITING);
    if (now.isBefore(end)) {
      return p -> p.waits() ? p.looksAgain(end) : p;
    }
    Phone phone = phones.phone(picture.phone());
    boolean kept =
        conversation(phone, picture.consultation()).equals(picture.conversation())
            && keepsWords(phone, picture.consultation());
    return p ->
        !p.waits() ? p : kept ? p.looksAgain(now.plus(A_DAY)) : p.to(Picture.State.DROPPED, now);
  }

  private UnaryOperator<Picture> add(Picture picture) {
    Instant now = time.instant();
    boolean gone = words.isGone(picture.contribution());
    if (!gone && stories.file(picture.media()).isEmpty()) {
      // Swept while nobody owned it: it is still there to be fetched.
      return p -> p.to(Picture.State.THERE, now);
    }
    stories.addFile(picture.contribution(), new MediaId(picture.media()));
    return p -> p.to(Picture.State.ADDED, now);
  }

  private UnaryOperator<Picture> deleted(Picture picture) throws IOException {
    gateway.orElseThrow().delete(picture.where());
    if (!picture.contact().isEmpty()) {
      vault.forget(picture.contact());
    }
    Instant now = time.instant();
    return p -> p.done(now);
  }

  private UnaryOperator<Picture> later(String why) {
    Instant now = time.instant();
    return p -> {
      long pauses = 1L << Math.min(p.tries(), LONGEST_PAUSE);
      return p.failed(why, now.plus(FIRST_PAUSE.multipliedBy(pauses)));
    };
  }

  /// The name of one holder's conversation.
  private static String conversation(Phone phone, String consultation) {
    return consultation + ":" + phone.name();
  }

  private Optional<Picture> change(String id, UnaryOperator<Picture> how) {
    return alone.with(
        id,
        () -> {
          Optional<Picture> before = repository.find(id);
          Optional<Picture> after = before.map(how);
          after.filter(next -> !before.equals(Optional.of(next))).ifPresent(repository::save);
          return after;
        });
  }
}
