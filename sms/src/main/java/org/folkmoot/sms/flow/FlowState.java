package org.folkmoot.sms.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one number stands in one flow. A plain value that can be kept as JSON or as a document.
///
/// @param at [#NEW], [#AWAIT_CONSENT], the id of the question asked last, [#DONE], [#PAUSED],
///   [#STOPPED] or [#EXPIRED]
/// @param resumeAt where a paused or stopped conversation goes on; otherwise empty
/// @param language of the replies, BCP 47
/// @param waiting words that came before GO; empty if none
/// @param answers so far, those left out among them; empty again once handed over
/// @param parts texts of the open answer under way, or texts not understood yet, in order of time
/// @param misses how often the present question was not understood
/// @param consentedAt when GO came
/// @param heardAt when the last text came
/// @param forgetAskedAt when all was to be forgotten and we asked whether that is meant; null while
///   nothing is asked
public record FlowState(
    String flow,
    String at,
    String resumeAt,
    String language,
    String waiting,
    List<Answer> answers,
    List<Part> parts,
    int misses,
    @Nullable Instant consentedAt,
    @Nullable Instant heardAt,
    @Nullable Instant forgetAskedAt) {

  public static final String NEW = "NEW";
  public static final String AWAIT_CONSENT = "AWAIT_CONSENT";
  public static final String DONE = "DONE";
  public static final String PAUSED = "PAUSED";
  public static final String STOPPED = "STOPPED";
  public static final String EXPIRED = "EXPIRED";

  /// One text of an answer.
  public record Part(String text, Instant at) {
    @Override
    public String toString() {
      return "Part[" + at + "]";
    }
  }

  public FlowState {
    answers = List.copyOf(answers);
    parts = List.copyOf(parts);
  }

  /// A number that has not been heard yet, answered in the flow's first language.
  public static FlowState start(Flow flow) {
    var language = flow.languages().getFirst();
    return new FlowState(
        flow.id(), NEW, "", language, "", List.of(), List.of(), 0, null, null, null);
  }

  /// The same at another place.
  public FlowState at(String place, String resume) {
    return new FlowState(
        flow,
        place,
        resume,
        language,
        waiting,
        answers,
        parts,
        misses,
        consentedAt,
        heardAt,
        forgetAskedAt);
  }

  /// The same, heard last at this time.
  public FlowState heardAt(@Nullable Instant time) {
    return new FlowState(
        flow,
        at,
        resumeAt,
        language,
        waiting,
        answers,
        parts,
        misses,
        consentedAt,
        time,
        forgetAskedAt);
  }

  /// Without anything that was said; whoever said STOP has still said it.
  public FlowState forgotten() {
    return new FlowState(
        flow,
        at.equals(STOPPED) ? STOPPED : NEW,
        "",
        language,
        "",
        List.of(),
        List.of(),
        0,
        null,
        heardAt,
        null);
  }

  /// The same as if GO had not been said.
  public FlowState withoutConsent() {
    return new FlowState(
        flow,
        at,
        resumeAt,
        language,
        waiting,
        answers,
        parts,
        misses,
        null,
        heardAt,
        forgetAskedAt);
  }

  /// Without what was said.
  @Override
  public String toString() {
    return "FlowState[" + flow + " " + at + "]";
  }
}
