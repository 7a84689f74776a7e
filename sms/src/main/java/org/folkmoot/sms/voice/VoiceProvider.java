package org.folkmoot.sms.voice;

import java.io.IOException;
import java.io.InputStream;
import org.folkmoot.sms.Webhook;

/// A company that carries calls. Safe for use by many threads; what asks it over the network blocks
/// and is meant for a virtual thread.
public interface VoiceProvider {

  /// Short stable name, part of the key under which calls are kept.
  String name();

  /// Whether it signed this call to a webhook of ours.
  boolean isGenuine(Webhook call);

  /// Whether this can be the name of one of its recordings; nothing else is ever asked for.
  boolean isRecording(String recording);

  /// Opens a recording. The address is made here from its name, never taken from a webhook.
  ///
  /// @throws NoRecordingException if it says that there is none (any more)
  /// @throws IOException if it cannot be had now
  InputStream open(String recording) throws IOException;

  /// Deletes a recording there; one that is gone already is deleted.
  ///
  /// @throws IOException if it could not be done now
  void delete(String recording) throws IOException;

  /// There is no such recording.
  final class NoRecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    public NoRecordingException(String message) {
      super(message);
    }
  }
}
