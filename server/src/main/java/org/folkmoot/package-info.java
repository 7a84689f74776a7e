/// Folkmoot: one place where a council hears people, and one record of what they said.
///
/// [org.folkmoot.Main] reads the command line, [org.folkmoot.Settings] the configuration,
/// [org.folkmoot.App] wires the rooms together and is the only place that does.
@NullMarked
package org.folkmoot;

import org.jspecify.annotations.NullMarked;
