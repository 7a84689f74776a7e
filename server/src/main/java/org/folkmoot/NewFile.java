package org.folkmoot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A file that is there whole or not at all, and that only its owner may read. One that is there
/// already is left alone.
final class NewFile {

  /// Writes to its end what goes into the file.
  @FunctionalInterface
  interface Content<T> {
    T write(OutputStream out) throws IOException;
  }

  private NewFile() {}

  static <T> T write(Path file, Content<T> content) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw new OpenStore.FailedException(file + " is there already; name another file");
    }
    Path directory = target.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new OpenStore.FailedException("there is no directory " + directory);
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(part);
    boolean done = false;
    try {
      T written;
      try (OutputStream out = open(part)) {
        written = content.write(out);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      done = true;
      return written;
    } catch (FileAlreadyExistsException e) {
      throw new OpenStore.FailedException(part + " is being written by somebody else");
    } finally {
      if (!done) {
        Files.deleteIfExists(part);
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
    return new BufferedOutputStream(
        Channels.newOutputStream(
            posix
                ? Files.newByteChannel(
                    file,
                    options,
                    PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------")))
                : Files.newByteChannel(file, options)),
        1 << 16);
  }
}
