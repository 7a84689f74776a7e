package org.folkmoot.door;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.folkmoot.web.part.QrCode;

/// A QR code as a picture inside a page: level M, with the quiet zone of four modules that ISO/IEC
/// 18004 asks for, each module eight dots wide so that no printer has to guess.
public final class QrPicture {

  private static final int QUIET_MODULES = 4;
  private static final int DOTS = 8;

  private QrPicture() {}

  /// The same as a drawing for a page: a module is one unit, one run of dark ones one stroke.
  public static QrCode drawing(String text, String alt) {
    BitMatrix modules = modules(text);
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int from = x;
        while (x < modules.getWidth() && modules.get(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from).append(' ').append(y).append('h').append(x - from);
          path.append("v1h-").append(x - from).append('z');
        }
      }
    }
    return new QrCode(modules.getWidth(), path.toString(), alt);
  }

  /// A `data:` address.
  public static String of(String text) {
    BitMatrix modules = modules(text);
    var picture =
        new BufferedImage(
            modules.getWidth() * DOTS, modules.getHeight() * DOTS, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, modules.get(x / DOTS, y / DOTS) ? 0x000000 : 0xFFFFFF);
      }
    }
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QUIET_MODULES));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
