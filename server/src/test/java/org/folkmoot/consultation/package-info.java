/// Questions, and how a person can be reached.
@NullMarked
package org.folkmoot.consultation;

import org.jspecify.annotations.NullMarked;
