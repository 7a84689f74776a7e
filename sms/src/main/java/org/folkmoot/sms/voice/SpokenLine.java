package org.folkmoot.sms.voice;

/// Words of a call that are always the same, so that they can be recorded.
///
/// @param id says where in a call it is said: a key of the words, a question, a question's choice
/// @param words empty where nobody has written them in this language yet
public record SpokenLine(String id, String words) {}
