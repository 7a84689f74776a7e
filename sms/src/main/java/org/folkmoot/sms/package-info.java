/// The way to telephones: one port ([SmsProvider]) with an adapter per gateway, and the plain
/// values that cross it. The rest of the module stands beside it: `twilio` and `simulator` are the
/// two gateways, `words` understands and measures texts, `flow` leads a conversation.
///
/// Words: a *text* is one message as a person wrote it, whatever number of *parts* it was carried
/// in; a *webhook* is a gateway calling us; *inbound* is from a person, *outbound* to one.
///
/// Invariants: knows no HTTP server, no database and no room of the portal. A telephone number or
/// the body of a text never appears in a `toString`, so that neither can reach a log by accident. A
/// gateway's own codes never leave its adapter except as a detail for staff.
@NullMarked
package org.folkmoot.sms;

import org.jspecify.annotations.NullMarked;
