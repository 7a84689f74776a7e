/// Any gateway that speaks plain HTTP, an Android telephone with a SIM of the village's own among
/// them: SMSSync's protocol for what comes in, for texts it fetches, and for its reports; a plain
/// POST of JSON to a gateway that would rather be told.
///
/// Words: a **task** is the gateway asking for texts to send; a **secret** is what both sides know.
/// Facts: SMSsync's documentation for developers (release 2.7 and later).
@NullMarked
package org.folkmoot.sms.http;

import org.jspecify.annotations.NullMarked;
