/// The database for places that have no MongoDB of their own: a server in this process that speaks
/// MongoDB's wire protocol on a loopback port.
@NullMarked
package org.folkmoot.store.embedded;

import org.jspecify.annotations.NullMarked;
