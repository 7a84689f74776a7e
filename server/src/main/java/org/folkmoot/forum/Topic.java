package org.folkmoot.forum;

/// A question that people answer when they like; answers are shown once a person has checked them.
public record Topic(String id, String consultation, String title, String text, boolean open) {

  /// Under which the record keeps the answers.
  public String source() {
    return "topic:" + id;
  }
}
