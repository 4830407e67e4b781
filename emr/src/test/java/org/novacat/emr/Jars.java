package org.novacat.emr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks into jars. */
final class Jars {
  private Jars() {}

  /** The names of all files in a jar. */
  static List<String> files(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all class files in some jars. */
  static Set<String> classes(Collection<Path> jars) {
    Set<String> classes = new TreeSet<>();
    for (Path jar : jars) {
      files(jar).stream()
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .forEach(classes::add);
    }
    classes.remove("module-info.class");
    return classes;
  }

  /** A file of a jar as text. */
  static String text(Path jar, String file) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return text(zip, zip.getEntry(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a jar whose bytes, taken as Latin-1 so that none is lost, hold the pattern. */
  static List<String> filesWith(Path jar, Pattern pattern) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .filter(e -> pattern.matcher(text(zip, e, StandardCharsets.ISO_8859_1)).find())
          .<String>map(ZipEntry::getName)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(ZipFile zip, ZipEntry entry, Charset charset) {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
