/// Letters, over a real line to a real mail server.
@NullMarked
package org.folkmoot.mail;

import org.jspecify.annotations.NullMarked;
