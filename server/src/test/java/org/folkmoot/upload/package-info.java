/// Files on their way in, over HTTP.
@NullMarked
package org.folkmoot.upload;

import org.jspecify.annotations.NullMarked;
