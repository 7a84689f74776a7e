/// Twilio as a gateway: sending through its SDK, its signature, its webhook fields, its codes, and
/// TwiML, the XML in which a webhook is answered. Facts: Twilio's documentation of messaging
/// webhooks, request validation and error codes. Tried against a local server that speaks the same
/// API, never against Twilio itself.
@NullMarked
package org.folkmoot.sms.twilio;

import org.jspecify.annotations.NullMarked;
