/// Pages about calling: for the officer who sets a phone line up and calls people back, and a
/// telephone to call with, drawn on screen for the demonstration.
@NullMarked
package org.folkmoot.web.calling;

import org.jspecify.annotations.NullMarked;
