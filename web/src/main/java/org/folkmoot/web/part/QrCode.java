package org.folkmoot.web.part;

/// A QR code as a drawing inside a page.
///
/// @param size in modules, both ways, the quiet zone included
/// @param path of the dark modules, as in SVG
/// @param alt what it is, for who cannot see it
public record QrCode(int size, String path, String alt) {}
