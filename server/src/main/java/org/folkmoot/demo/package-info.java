/// The demo: loads the sample town from its files through the services people use.
///
/// Invariants: nothing is written past a room's service. Every act happens at its own time
/// ([SampleTime]), in the order of time ([SampleCalendar]), so the log of each consultation tells
/// the town's story truly; acts of the same moment run side by side. Every act has an id made from
/// its file and row, and what a moment did is noted when all of it is done: a load that was cut
/// short goes on where it was, another adds nothing.
@NullMarked
package org.folkmoot.demo;

import org.jspecify.annotations.NullMarked;
