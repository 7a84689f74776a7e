/// The demo: loads the sample town from its files through the services people use.
///
/// Invariants: every voice has an act id made from its file and line, so loading again adds
/// nothing; nothing is written past a room's service.
@NullMarked
package org.folkmoot.demo;

import org.jspecify.annotations.NullMarked;
