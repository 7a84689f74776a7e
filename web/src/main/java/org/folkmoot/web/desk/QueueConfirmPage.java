package org.folkmoot.web.desk;

import java.util.List;
import org.folkmoot.web.Page;
import org.folkmoot.web.record.VoiceItem;
import org.jspecify.annotations.Nullable;

/// Asks once more before something is done to several at a time.
///
/// @param told what their senders are told, or null
public record QueueConfirmPage(
    String title,
    String action,
    String from,
    List<VoiceItem> voices,
    @Nullable String told,
    List<String> picks,
    List<String> shown,
    String act,
    String reason,
    String own,
    String press)
    implements Page {

  public QueueConfirmPage {
    voices = List.copyOf(voices);
    picks = List.copyOf(picks);
    shown = List.copyOf(shown);
  }

  @Override
  public String template() {
    return "desk/queue-confirm.mustache";
  }
}
