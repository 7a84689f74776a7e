/// Stories and letters, over HTTP.
@NullMarked
package org.folkmoot.story;

import org.jspecify.annotations.NullMarked;
