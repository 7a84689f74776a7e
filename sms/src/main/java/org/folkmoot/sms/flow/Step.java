package org.folkmoot.sms.flow;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.sms.words.Segments;

/// What one text leads to.
///
/// @param replies texts to answer, in order; `{receipt}` in one stands for the code of the
///   contribution that an effect made
/// @param again what is open still and is put again behind all that is answered; empty for nothing
public record Step(FlowState state, List<String> replies, List<Effect> effects, String again) {
  public Step {
    replies = List.copyOf(replies);
    effects = List.copyOf(effects);
  }

  public Step(FlowState state, List<String> replies, List<Effect> effects) {
    this(state, replies, effects, "");
  }

  /// The replies with the receipt code in place.
  public List<String> replies(String receipt) {
    return replies.stream().map(reply -> reply.replace("{receipt}", receipt)).toList();
  }

  /// What is answered, with what is open still behind it: in the same text as the last of them,
  /// where both fit one part.
  public List<String> withOpen(List<String> answered) {
    if (again.isEmpty()) {
      return List.copyOf(answered);
    }
    var all = new ArrayList<>(answered);
    if (!all.isEmpty()) {
      var both = all.getLast() + " " + again;
      if (Segments.of(Segments.swapTypography(both)).parts() == 1) {
        all.set(all.size() - 1, both);
        return List.copyOf(all);
      }
    }
    all.add(again);
    return List.copyOf(all);
  }
}
