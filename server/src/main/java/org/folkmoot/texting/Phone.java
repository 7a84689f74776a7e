package org.folkmoot.texting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.sms.flow.FlowEngine;
import org.folkmoot.sms.flow.FlowState;
import org.jspecify.annotations.Nullable;

/// One telephone and where its conversations stand. Kept as one document, so that what a text
/// changes and what it was answered are written at once or not at all.
///
/// @param reference keyed hash of the number
/// @param stoppedAt when it said STOP to all our numbers; null while it may be texted
/// @param current consultation it texted last; empty at first
/// @param conversations by consultation
/// @param answered the last messages and what they were answered, oldest first
/// @param numberKept the vault holds the number for a conversation under way
/// @param wrongCodes how many codes it texted that are none
/// @param holder how often it has been silent for so long that it may be somebody else's since
/// @param version 0 for one never saved
record Phone(
    String reference,
    @Nullable Instant stoppedAt,
    String current,
    Map<String, Conversation> conversations,
    List<Answered> answered,
    boolean numberKept,
    int wrongCodes,
    int holder,
    long version) {

  /// How many answers are kept with the phone itself; older ones are kept apart.
  private static final int RECENT = 20;

  /// Somebody waits for a person.
  ///
  /// @param why what made it wait last
  record Waiting(Instant since, Why why) {}

  /// Why somebody waits for a person.
  enum Why {
    /// A question was not understood again and again.
    NOT_UNDERSTOOD,
    /// They asked for a person, or write with one.
    ASKED,
    /// What came after the end asks something.
    AFTER_THE_END
  }

  /// One phone with one line.
  ///
  /// @param number its place in the consultation, for its name
  /// @param due when silence changes it next; null if never
  /// @param waiting for a person, until somebody has seen to it; null if there is nothing to see to
  record Conversation(
      long number, FlowState state, @Nullable Instant due, @Nullable Waiting waiting) {

    /// Since when it waits for a person; null if it does not.
    @Nullable Instant personNeeded() {
      return waiting == null ? null : waiting.since();
    }

    /// As staff know it: `SMS-0147`.
    String name() {
      return name(number);
    }

    /// The number in a name; empty if it is none.
    static Optional<Long> numberIn(String name) {
      return Optional.of(name)
          .filter(said -> said.matches("SMS-[0-9]{4,9}"))
          .map(said -> Long.parseLong(said.substring(4)))
          .filter(number -> name(number).equals(name));
    }

    static String name(long number) {
      return "SMS-" + "0".repeat(Math.max(0, 4 - Long.toString(number).length())) + number;
    }

    /// When its last text came; the beginning of time if none has.
    Instant heardAt() {
      Instant at = state.heardAt();
      return at == null ? Instant.EPOCH : at;
    }

    /// Until when a person can answer.
    Instant answerableUntil() {
      return heardAt().plus(FlowEngine.WAITING);
    }

    boolean isUnderWay() {
      return switch (state.at()) {
        case FlowState.NEW, FlowState.DONE, FlowState.EXPIRED, FlowState.STOPPED -> false;
        default -> true;
      };
    }
  }

  /// @param message gateway and its id of the message
  record Answered(String message, List<String> replies) {
    Answered {
      replies = List.copyOf(replies);
    }

    @Override
    public String toString() {
      return "Answered[" + message + "]";
    }
  }

  Phone {
    conversations = Map.copyOf(conversations);
    answered = List.copyOf(answered);
  }

  static Phone unknown(String reference) {
    return new Phone(reference, null, "", Map.of(), List.of(), false, 0, 0, 0);
  }

  /// The same as if it had never said anything but STOP.
  Phone forgotten() {
    return new Phone(
        reference, stoppedAt, "", Map.of(), List.of(), numberKept, wrongCodes, holder, version);
  }

  /// Whether it has not been heard since then, though it was before.
  boolean isSilentSince(Instant then) {
    Instant heard = lastHeard();
    return heard.isAfter(Instant.EPOCH) && heard.isBefore(then);
  }

  /// When its last text came, to whatever line; the beginning of time if none is known of.
  Instant lastHeard() {
    return conversations.values().stream()
        .map(Conversation::heardAt)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /// The same number in what may be other hands: nothing of the former's is known, but for STOP.
  Phone inOtherHands() {
    return new Phone(
        reference, stoppedAt, "", Map.of(), answered, numberKept, wrongCodes, holder + 1, version);
  }

  /// What its words are kept under: another name for each who may have had the number.
  String name() {
    return holder == 0 ? reference : reference + "#" + holder;
  }

  /// The reference in a name.
  static String referenceIn(String name) {
    int mark = name.indexOf('#');
    return mark < 0 ? name : name.substring(0, mark);
  }

  boolean isStopped() {
    return stoppedAt != null;
  }

  Optional<Conversation> conversation(String consultation) {
    return Optional.ofNullable(conversations.get(consultation));
  }

  boolean isUnderWay() {
    return conversations.values().stream().anyMatch(Conversation::isUnderWay);
  }

  /// Whether its number must be known: to lead it on, or for a person to answer.
  boolean needsNumber() {
    return isUnderWay() || conversations.values().stream().anyMatch(c -> c.personNeeded() != null);
  }

  /// Nobody here has to see to any of its conversations.
  Phone nobodyNeeded() {
    Phone phone = this;
    for (String consultation : conversations.keySet()) {
      phone = phone.seenTo(consultation);
    }
    return phone;
  }

  /// Nothing of what any of its conversations was told before it came into the record is kept.
  Phone saidNothing() {
    Phone phone = this;
    for (var one : conversations.entrySet()) {
      Conversation c = one.getValue();
      phone =
          phone.with(one.getKey(), new Conversation(c.number(), c.state().forgotten(), null, null));
    }
    return phone;
  }

  /// Somebody has seen to what was not understood.
  Phone seenTo(String consultation) {
    return conversation(consultation)
        .map(c -> with(consultation, new Conversation(c.number(), c.state(), c.due(), null)))
        .orElse(this);
  }

  Optional<List<String>> answerTo(String message) {
    return answered.stream()
        .filter(a -> a.message().equals(message))
        .map(Answered::replies)
        .findFirst();
  }

  /// What the next answer leaves no room for; empty while all there ever were are here.
  Optional<Answered> crowdedOut() {
    return answered.size() < RECENT ? Optional.empty() : Optional.of(answered.getFirst());
  }

  /// When silence changes anything here next.
  @Nullable Instant due() {
    return conversations.values().stream()
        .map(Conversation::due)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  Phone with(String consultation, Conversation conversation) {
    var all = new HashMap<>(conversations);
    all.put(consultation, conversation);
    return new Phone(
        reference, stoppedAt, current, all, answered, numberKept, wrongCodes, holder, version);
  }

  Phone texting(String consultation) {
    return new Phone(
        reference,
        stoppedAt,
        consultation,
        conversations,
        answered,
        numberKept,
        wrongCodes,
        holder,
        version);
  }

  Phone answered(String message, List<String> replies) {
    var all = new ArrayList<>(answered);
    all.add(new Answered(message, replies));
    return new Phone(
        reference,
        stoppedAt,
        current,
        conversations,
        all.subList(Math.max(0, all.size() - RECENT), all.size()),
        numberKept,
        wrongCodes,
        holder,
        version);
  }

  Phone stopped(@Nullable Instant at) {
    return new Phone(
        reference, at, current, conversations, answered, numberKept, wrongCodes, holder, version);
  }

  Phone keepingNumber(boolean kept) {
    return new Phone(
        reference, stoppedAt, current, conversations, answered, kept, wrongCodes, holder, version);
  }

  Phone wrongCode() {
    return new Phone(
        reference,
        stoppedAt,
        current,
        conversations,
        answered,
        numberKept,
        wrongCodes + 1,
        holder,
        version);
  }
}
