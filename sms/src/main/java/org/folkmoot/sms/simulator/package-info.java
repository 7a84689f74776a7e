/// A telephone network without telephones: a gateway ([SimulatedNetwork]) that calls the portal's
/// own webhooks, signed and in Twilio's form, and keeps what it delivered on simulated phones, so
/// that the whole loop runs with no account anywhere. Nothing here is kept on disk.
@NullMarked
package org.folkmoot.sms.simulator;

import org.jspecify.annotations.NullMarked;
