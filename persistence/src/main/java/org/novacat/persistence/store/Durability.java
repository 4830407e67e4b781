package org.novacat.persistence.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When the objects of a local folder are on the disk. Either way a kill of the process loses
 * nothing that a write has returned; the difference is a power cut or a crash of the system.
 */
enum Durability {
  /** When the write returns: the file and the folders that name it are forced to the disk. */
  ON_RETURN {
    @Override
    void force(FileChannel file) throws IOException {
      file.force(true);
    }

    @Override
    void force(Stream<Path> folders) throws IOException {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    }
  },

  /** When the operating system gets to it, some seconds later; several times faster. */
  LATER {
    @Override
    void force(FileChannel file) {}

    @Override
    void force(Stream<Path> folders) {}
  };

  /** Waits until the bytes of {@code file} are safe, if that is the promise. */
  abstract void force(FileChannel file) throws IOException;

  /** Waits until the names in {@code folders} are safe, if that is the promise. */
  abstract void force(Stream<Path> folders) throws IOException;

  /**
   * The value of the option: {@code on-return} or {@code later}.
   *
   * @throws IllegalArgumentException if it is another
   */
  static Durability parse(String text) {
    return Arrays.stream(values())
        .filter(d -> d.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot open store: durability '%s' is unknown (choose one of %s)"
                        .formatted(text, names())));
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String names() {
    return Arrays.stream(values()).map(Durability::text).collect(Collectors.joining(", "));
  }
}
