/// The desk, as staff use it over HTTP.
@org.jspecify.annotations.NullMarked
package org.folkmoot.desk;
