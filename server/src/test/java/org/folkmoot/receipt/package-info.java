/// Receipts and the public record, as people use them over HTTP.
@org.jspecify.annotations.NullMarked
package org.folkmoot.receipt;
