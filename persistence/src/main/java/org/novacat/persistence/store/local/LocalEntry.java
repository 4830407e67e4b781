package org.novacat.persistence.store.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ListedObject;

/**
 * An object or a folder met in a listing.
 *
 * @param key of the object; of a folder, what the keys below it begin with, without the slash
 */
record LocalEntry(Path path, ObjectKey key, BasicFileAttributes facts) {
  /**
   * The objects and folders directly in {@code folder}, in the order of their keys. What is neither
   * a folder nor a regular file, or has a name that no key can have, is no object and is left out;
   * so is what is deleted meanwhile.
   *
   * @param root the folder of the bucket, a real path; nothing is met outside it
   * @param foreign takes names that no key can have
   */
  static List<LocalEntry> in(Path root, Path folder, Consumer<String> foreign) throws IOException {
    List<LocalEntry> entries = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      if (folder.toRealPath().equals(folder)) {
        for (Path path : paths) {
          of(root, path, foreign).ifPresent(entries::add);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(Comparator.comparing(LocalEntry::rank, Arrays::compareUnsigned));
    return entries;
  }

  boolean isObject() {
    return facts.isRegularFile();
  }

  ListedObject listed() {
    return new ListedObject(key, facts.size(), facts.lastModifiedTime().toInstant());
  }

  /**
   * In the order of keys a folder stands where its name with the slash that follows it in the keys
   * below does: {@code a-b} before {@code a/c} before {@code a0}.
   */
  private byte[] rank() {
    return (isObject() ? key.value() : key.value() + "/").getBytes(UTF_8);
  }

  private static Optional<LocalEntry> of(Path root, Path path, Consumer<String> foreign)
      throws IOException {
    String name = slashed(root.relativize(path));
    try {
      ObjectKey key = ObjectKey.of(name);
      BasicFileAttributes facts =
          Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
      return Optional.of(new LocalEntry(path, key, facts))
          .filter(e -> facts.isRegularFile() || facts.isDirectory());
    } catch (IllegalArgumentException e) {
      if (!LocalRoot.isOurs(name)) {
        foreign.accept(name);
      }
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
