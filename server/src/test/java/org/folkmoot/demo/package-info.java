/// What the sample is, and what it must never lose.
@NullMarked
package org.folkmoot.demo;

import org.jspecify.annotations.NullMarked;
