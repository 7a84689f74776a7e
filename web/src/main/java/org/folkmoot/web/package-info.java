/// What people see: view models, templates, words, styles and scripts.
///
/// A page is a record that implements [org.folkmoot.web.Page], made of strings, numbers, booleans,
/// lists and further records, one package per room (`org.folkmoot.web.panel` …). [Pages] renders it
/// inside the [Frame] that all pages share, in the [Words] of one language.
///
/// Invariants: nothing here knows the server, the database or a room; every word on screen comes
/// from `words/{language}/{room}.properties`; every value is escaped; a name that a template asks
/// for and no record has is an error, never a blank.
@NullMarked
package org.folkmoot.web;

import org.jspecify.annotations.NullMarked;
