/// The API, over HTTP.
@NullMarked
package org.folkmoot.api;

import org.jspecify.annotations.NullMarked;
