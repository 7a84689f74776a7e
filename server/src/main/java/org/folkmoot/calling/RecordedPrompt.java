package org.folkmoot.calling;

import java.time.Instant;

/// A recording of words that are said in the calls of one consultation. It is played only while
/// these are the words.
///
/// @param id unguessable: the company that carries calls fetches it by this alone
/// @param line where in a call it is said
/// @param words that were to be said when it was recorded
/// @param media its file
/// @param by who put it here
record RecordedPrompt(
    String id,
    String consultation,
    String language,
    String line,
    String words,
    String media,
    String by,
    Instant at) {}
