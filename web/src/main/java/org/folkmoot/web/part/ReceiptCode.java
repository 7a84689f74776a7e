package org.folkmoot.web.part;

/// A person's code, large enough to copy by hand.
///
/// @param code as printed: `9MY-1MV2-K4T`
/// @param href the page it opens, `/r/…`
public record ReceiptCode(String code, String href) {}
