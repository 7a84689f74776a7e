package org.folkmoot.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;

/// Draws a picture anew, upright and no larger than a screen needs. Only colours are copied, so
/// place, device, author, comments and embedded thumbnails stay behind in the original.
final class Pictures {
  /// Checked from the header, before any pixel is read.
  private static final long MOST_PIXELS = 50_000_000;

  /// WebP is decoded whole; more would not fit into the child's memory.
  private static final long MOST_WEBP_PIXELS = 24_000_000;

  /// Larger pictures are thinned out while they are read.
  private static final double READ_PIXELS = 16_000_000;

  /// The longer side of the safe copy, in pixels.
  private static final int LONGEST_SIDE = 2000;

  private static final float JPEG_QUALITY = 0.85f;

  private static final Map<String, String> READERS =
      Map.of("image/jpeg", "jpeg", "image/png", "png", "image/webp", "webp", "image/gif", "gif");

  private Pictures() {}

  /// Writes the safe copy: PNG for drawings and for what is partly transparent, else JPEG.
  ///
  /// @return the content type of the safe copy
  static String redraw(String type, Path in, Path out) throws IOException {
    var picture = read(type, in);
    var upright = upright(picture, orientation(in), LONGEST_SIDE);
    if (type.equals("image/png") || type.equals("image/gif") || upright.isTranslucent()) {
      ImageIO.write(upright.image, "png", out.toFile());
      return "image/png";
    }
    writeJpeg(upright.image, out);
    return "image/jpeg";
  }

  /// Draws a safe copy smaller.
  ///
  /// @param longest its longer side then, in pixels
  /// @return false if it is no larger than that: nothing was drawn
  static boolean smaller(String type, Path in, Path out, int longest) throws IOException {
    var picture = read(type, in);
    if (Math.max(picture.image.getWidth(), picture.image.getHeight()) <= longest) {
      return false;
    }
    var small = upright(picture, 1, longest);
    if (type.equals("image/png")) {
      ImageIO.write(small.image, "png", out.toFile());
    } else {
      writeJpeg(small.image, out);
    }
    return true;
  }

  private static Drawing read(String type, Path in) throws IOException {
    var readers = ImageIO.getImageReadersByFormatName(READERS.getOrDefault(type, type));
    if (!readers.hasNext()) {
      throw new UnreadableMediaException(MediaReason.UNKNOWN_TYPE, "no reader for " + type);
    }
    var reader = readers.next();
    try (ImageInputStream stream = ImageIO.createImageInputStream(in.toFile())) {
      reader.setInput(stream, true, true);
      return new Drawing(decode(reader, type));
    } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      var broken = new UnreadableMediaException(MediaReason.BROKEN, "cannot be decoded");
      broken.initCause(e);
      throw broken;
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage decode(ImageReader reader, String type) throws IOException {
    var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > (type.equals("image/webp") ? MOST_WEBP_PIXELS : MOST_PIXELS)) {
      throw new UnreadableMediaException(MediaReason.TOO_MANY_PIXELS, pixels + " pixels");
    }
    var every = (int) Math.ceil(Math.sqrt(pixels / READ_PIXELS));
    var how = reader.getDefaultReadParam();
    if (every > 1) {
      how.setSourceSubsampling(every, every, 0, 0);
    }
    return reader.read(0, how);
  }

  /// 1 to 8 as in Exif 2.32, table 4.6.4-A; 1, upright, when there is none or it is unreadable.
  private static int orientation(Path in) throws IOException {
    try {
      var exif =
          ImageMetadataReader.readMetadata(in.toFile())
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      var tag = ExifIFD0Directory.TAG_ORIENTATION;
      return exif != null && exif.containsTag(tag) ? exif.getInt(tag) : 1;
    } catch (ImageProcessingException | MetadataException e) {
      // The colours were readable, only the notes beside them are not: nothing to turn by.
      return 1;
    }
  }

  private static Drawing upright(Drawing picture, int orientation, int longest) {
    var source = picture.image;
    var scale = Math.min(1, (double) longest / Math.max(source.getWidth(), source.getHeight()));
    var width = Math.max(1, (int) Math.round(source.getWidth() * scale));
    var height = Math.max(1, (int) Math.round(source.getHeight() * scale));
    var turned = orientation >= 5 && orientation <= 8;
    var target =
        new BufferedImage(
            turned ? height : width,
            turned ? width : height,
            picture.isTranslucent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    var pen = target.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    if (!picture.isTranslucent()) {
      pen.setColor(Color.WHITE);
      pen.fillRect(0, 0, target.getWidth(), target.getHeight());
    }
    pen.setTransform(turn(orientation, width, height));
    pen.drawImage(source, 0, 0, width, height, null);
    pen.dispose();
    return new Drawing(target);
  }

  /// The map from the stored picture, `width` by `height`, to the upright one.
  private static AffineTransform turn(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static void writeJpeg(BufferedImage image, Path out) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var stream = ImageIO.createImageOutputStream(out.toFile())) {
      writer.setOutput(stream);
      var how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(JPEG_QUALITY);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
  }

  private record Drawing(BufferedImage image) {
    boolean isTranslucent() {
      return image.getColorModel().hasAlpha();
    }
  }
}
