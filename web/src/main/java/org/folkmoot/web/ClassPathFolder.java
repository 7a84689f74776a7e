package org.folkmoot.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/// The files below one folder of the class path, whether it is a directory or inside a jar.
///
/// @param name folder without slashes at its ends, for example `assets`
/// @param anchor a file known to stand directly in it, by which it is found
record ClassPathFolder(String name, String anchor) {

  /// Paths relative to the folder, sorted.
  List<String> files() {
    try {
      URL found = ClassPathFolder.class.getClassLoader().getResource(name + "/" + anchor);
      if (found == null) {
        throw new IllegalStateException(name + "/" + anchor + " is not on the class path");
      }
      return found.getProtocol().equals("jar") ? inJar(found) : inDirectory(found);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }

  /// The content of one file of [#files].
  byte[] bytes(String file) {
    try (InputStream in = ClassPathFolder.class.getResourceAsStream("/" + name + "/" + file)) {
      if (in == null) {
        throw new IllegalStateException(name + "/" + file + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + "/" + file, e);
    }
  }

  private List<String> inDirectory(URL found) throws IOException {
    Path root;
    try {
      root = Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IOException(found.toString(), e);
    }
    Path folder = root.resolveSibling("");
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private List<String> inJar(URL found) throws IOException {
    JarURLConnection connection = (JarURLConnection) found.openConnection();
    String prefix = name + "/";
    // The jar file is shared with the class loader, so it is not ours to close.
    try (Stream<JarEntry> entries = connection.getJarFile().stream()) {
      return entries
          .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
          .map(entry -> entry.getName().substring(prefix.length()))
          .sorted()
          .toList();
    }
  }
}
