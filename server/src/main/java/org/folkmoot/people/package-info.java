/// The people: staff and how they sign in, and the contact vault of those who want to be told.
///
/// Words: **staff** are people with roles; an **invitation** is a one-time link that makes someone
/// staff; the **vault** holds phone numbers and e-mail addresses, encrypted, looked up by keyed
/// hash; the record knows only references into it.
///
/// Invariants: a link works once; sessions are stored as hashes; a phone number or address is never
/// in a log, URL or title.
@NullMarked
package org.folkmoot.people;

import org.jspecify.annotations.NullMarked;
