package org.folkmoot.sms.flow;

import java.util.List;

/// What one text leads to.
///
/// @param replies texts to answer, in order; `{receipt}` in one stands for the code of the
///   contribution that an effect made
public record Step(FlowState state, List<String> replies, List<Effect> effects) {
  public Step {
    replies = List.copyOf(replies);
    effects = List.copyOf(effects);
  }

  /// The replies with the receipt code in place.
  public List<String> replies(String receipt) {
    return replies.stream().map(reply -> reply.replace("{receipt}", receipt)).toList();
  }
}
