/// How long things are kept, as rules that the portal itself carries out.
///
/// Words: a **rule** says of one kind of thing what it waits for, how long, and what is erased
/// then; its **plan** is what it would do today; a **run** is one carrying out of it.
///
/// Invariants: a rule is off until the data protection officer switches it on, and by hand it is
/// carried out only after its plan was shown; a run is finished after a crash; what is held, under
/// a legal hold or waits to be told what was decided is left out and named; every act on a voice is
/// in its own log, every run and every change of a rule in the portal's.
@NullMarked
package org.folkmoot.retention;

import org.jspecify.annotations.NullMarked;
