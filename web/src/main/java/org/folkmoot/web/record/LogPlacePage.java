package org.folkmoot.web.record;

import org.folkmoot.web.Link;
import org.folkmoot.web.Page;

/// One voice's place in the log, checked just now.
///
/// @param receipt back to the receipt
/// @param place where it stands, in a sentence
/// @param sound whether all is as it was written
/// @param result the same in words
/// @param keyHref the key it is signed with
/// @param leaf what the world sees of the entry; empty where nothing is signed yet
/// @param salt with `entry` what the leaf is made of; both empty for who may not see it
public record LogPlacePage(
    String title,
    Link receipt,
    String place,
    boolean sound,
    String result,
    Link log,
    String proofHref,
    String keyHref,
    String leaf,
    String salt,
    String entry)
    implements Page {

  public boolean hasProof() {
    return !leaf.isEmpty();
  }

  public boolean hasEntry() {
    return !entry.isEmpty();
  }

  @Override
  public String template() {
    return "record/log-place.mustache";
  }
}
