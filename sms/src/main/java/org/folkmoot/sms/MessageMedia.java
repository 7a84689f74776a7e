package org.folkmoot.sms;

import java.io.IOException;

/// The files that came with texts, at the gateway that took them. Safe for use by many threads; it
/// asks over the network, blocks, and is meant for a virtual thread.
public interface MessageMedia {

  /// Fetches a file. Nothing is asked but the gateway's own servers, whatever the name says.
  ///
  /// @param media as [InboundMessage#media] has it
  /// @throws NoMediaException if it is none of the gateway's files, or larger than it may be
  /// @throws IOException if it cannot be had now
  byte[] fetch(String media) throws IOException;

  /// Deletes a file there; one that is gone already, or is none of the gateway's, is deleted.
  ///
  /// @throws IOException if it could not be done now
  void delete(String media) throws IOException;

  /// It is not to be had, now or later.
  final class NoMediaException extends IOException {
    private static final long serialVersionUID = 1L;

    public NoMediaException(String message) {
      super(message);
    }
  }
}
