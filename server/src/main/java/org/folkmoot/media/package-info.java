/// What every upload is, decided by its content, and the safe copy and the text in it.
///
/// Words: an **original** is the file as it arrived; it is kept apart, never served to anyone who
/// is not staff, and never trusted. A **safe copy** is what people see, hear or read: a picture
/// drawn anew, a recording with its location and device data blanked, or the text of a document. A
/// **kind** ([MediaKind]) is what the rooms ask for; the type is found by reading, never taken from
/// the file's name or from what the browser says.
///
/// Invariants: nothing that parses a stranger's bytes runs in the portal's own process. One child
/// process with little memory and a time limit does it ([MediaExaminer]) and may die at any time;
/// the answer is then a sentence for the sender, and the portal goes on. A file is stored only
/// after its safe copy exists.
@NullMarked
package org.folkmoot.media;

import org.jspecify.annotations.NullMarked;
