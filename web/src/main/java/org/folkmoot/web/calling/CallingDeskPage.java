package org.folkmoot.web.calling;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.part.Checkbox;
import org.folkmoot.web.part.ErrorSummary;
import org.folkmoot.web.part.TextArea;
import org.folkmoot.web.part.TextField;
import org.jspecify.annotations.Nullable;

/// Where an officer sees who is to be called back and what waits to be written down, and sets the
/// phone line up.
///
/// @param unreal said where calls reach no real telephone; null where they do
/// @param backAction takes a call-back off the list
/// @param webhooks addresses to enter at the company that carries calls; empty where there is none
public record CallingDeskPage(
    String title,
    @Nullable ErrorSummary errors,
    @Nullable String unreal,
    String state,
    List<Back> backs,
    String backsSaid,
    String backAction,
    List<Spoken> recordings,
    String recordingsSaid,
    String action,
    TextField number,
    List<TextArea> questions,
    Checkbox on,
    List<String> keys,
    List<Recorded> recorded,
    List<String> webhooks,
    @Nullable String publicHref)
    implements Page {
  public CallingDeskPage {
    backs = List.copyOf(backs);
    recordings = List.copyOf(recordings);
    questions = List.copyOf(questions);
    keys = List.copyOf(keys);
    recorded = List.copyOf(recorded);
    webhooks = List.copyOf(webhooks);
  }

  /// Somebody who waits to be called.
  ///
  /// @param id sent to take them off the list
  /// @param done what the button says
  public record Back(String id, String number, String spoken, String since, String done) {}

  /// Something a caller said.
  ///
  /// @param href where it is listened to; null while it is not here
  public record Spoken(String when, String length, String state, @Nullable String href) {}

  /// How much of what is said in a language is recorded.
  ///
  /// @param href where it is recorded
  public record Recorded(String href, String name, String said) {}

  public boolean hasRecorded() {
    return !recorded.isEmpty();
  }

  public boolean hasBacks() {
    return !backs.isEmpty();
  }

  public boolean hasRecordings() {
    return !recordings.isEmpty();
  }

  public boolean hasKeys() {
    return !keys.isEmpty();
  }

  public boolean hasWebhooks() {
    return !webhooks.isEmpty();
  }

  @Override
  public boolean hasErrors() {
    return errors != null;
  }

  @Override
  public String template() {
    return "calling/desk.mustache";
  }
}
