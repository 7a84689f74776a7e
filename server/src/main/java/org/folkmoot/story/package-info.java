/// Stories people tell, letters they write, and the page on which councillors read them before they
/// decide.
///
/// Words: a **story** is one person's own telling, in words, as a picture, a recording or a
/// document; its **teller** allows each use apart; a **transcript** is the text of a recording, or
/// the description of a picture, and says who checked it; a **letter** is a written submission that
/// staff enter for whoever wrote it.
///
/// Invariants: a file belongs to its contribution before the contribution can be seen, and goes
/// when it is taken back; a file is opened only for somebody whose [org.folkmoot.record.Voice]
/// lists it; a document is read as text and its file opened by staff alone; nothing from under 18s
/// is shown to anyone but staff.
@NullMarked
package org.folkmoot.story;

import org.jspecify.annotations.NullMarked;
