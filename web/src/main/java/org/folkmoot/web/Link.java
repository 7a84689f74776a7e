package org.folkmoot.web;

/// A link among others, the one to the page itself marked as current.
public record Link(String label, String href, boolean current) {
  public Link(String label, String href) {
    this(label, href, false);
  }
}
