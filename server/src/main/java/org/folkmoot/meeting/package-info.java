/// Public meetings: the notice that people read, and what was said there, entered back from paper.
///
/// Words: a **meeting** is one evening at one place; its **plan** is what the officer sets up; a
/// **table** is a group with one note sheet; a **line** is one thing on a note sheet; a **card** is
/// a comment card with a printed code of its own; **dots** are marks put beside prepared options.
///
/// Invariants: a table's line is never counted as a person, and dots are never counted as people; a
/// card is entered once, and its second use opens the first entry; cards belong to their meeting
/// and never change while it lasts; heads counted and slips collected are two numbers, both kept.
@NullMarked
package org.folkmoot.meeting;

import org.jspecify.annotations.NullMarked;
