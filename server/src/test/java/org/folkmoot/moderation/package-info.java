@NullMarked
package org.folkmoot.moderation;

import org.jspecify.annotations.NullMarked;
