/// Conversations by text. A [Flow] is data (a JSON file, see `after-six.json`, and the words of
/// `texts_*.properties`); [FlowEngine] is a pure function that leads one person through it: text
/// in, new state, replies and effects out.
///
/// Words: a *keyword* opens a flow; *waiting* words came with the keyword and wait for GO; an
/// *answer* is to one question; the *closing* questions are the ones every way in ends with.
///
/// Invariants: no answer without GO; STOP, FORGET, RESULT, PRIVATE and HELP are heard in every
/// state; words are never lost for being no valid answer; nothing is asked for twice that was said
/// already; the engine keeps nothing itself and reads no clock.
@NullMarked
package org.folkmoot.sms.flow;

import org.jspecify.annotations.NullMarked;
