/// Files on their way in, over lines that break: tus 1.0.0 with creation, expiration, checksum and
/// termination. Source: <https://tus.io/protocols/resumable-upload>
///
/// Words: an **upload** is a file that arrives in parts; a **piece** is what is written down of it
/// at once; its **sender** is one browser or one token, and nobody else can go on with it. When all
/// of it is there it is **taken in**: the room `media` finds out what it is, and the pieces go.
///
/// Invariants: an offset is told only after every byte below it is durable, so that no crash takes
/// back what a sender was told. Pieces of one upload form one chain without gap or overlap, because
/// a piece's id is where it begins and the first writer of an id wins. They lie encrypted. What is
/// not finished in time is swept; how much may lie here is limited by sender and in all.
///
/// The protocol is small and our own: the tus server there is for Java is written for servlets, and
/// keeps its state in files of one machine, where any node must be able to go on with an upload.
@NullMarked
package org.folkmoot.upload;

import org.jspecify.annotations.NullMarked;
