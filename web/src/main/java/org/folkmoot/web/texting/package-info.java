/// Pages about taking part by text: for residents, for the officer who sets it up, and a telephone
/// drawn on screen for the demonstration.
@NullMarked
package org.folkmoot.web.texting;

import org.jspecify.annotations.NullMarked;
