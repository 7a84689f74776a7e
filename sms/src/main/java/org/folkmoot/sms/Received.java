package org.folkmoot.sms;

/// What a webhook turned out to be.
public sealed interface Received {

  /// A person's text.
  record Text(InboundMessage message) implements Received {}

  /// News of a text we sent.
  record Delivery(DeliveryStatus status) implements Received {}

  /// Not signed by the gateway: answer 403, keep nothing.
  record Forged() implements Received {}

  /// Genuine, but nothing to us (a sender that is no telephone number, a status we do not follow):
  /// answer 200, keep nothing.
  record Ignored(String why) implements Received {}
}
