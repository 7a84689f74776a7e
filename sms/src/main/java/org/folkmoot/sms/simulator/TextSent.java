package org.folkmoot.sms.simulator;

import java.util.List;

/// What became of a text written on a simulated phone.
public sealed interface TextSent {

  /// The portal answered the webhook.
  ///
  /// @param status HTTP status of the answer
  /// @param replies texts in the answer, which are on the phone's screen already
  record Answered(int status, List<String> replies) implements TextSent {}

  /// The portal could not be reached; the text stands on the phone as not delivered.
  record NotDelivered() implements TextSent {}
}
