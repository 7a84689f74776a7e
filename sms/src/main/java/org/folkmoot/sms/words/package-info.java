/// What a text says and how long it is: reserved words, keywords, answers as people really type
/// them, and the parts a text is carried in. Pure functions over text; the words themselves are in
/// `reserved.properties` beside this package.
@NullMarked
package org.folkmoot.sms.words;

import org.jspecify.annotations.NullMarked;
