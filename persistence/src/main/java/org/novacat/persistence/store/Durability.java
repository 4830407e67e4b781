package org.novacat.persistence.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * When the objects of a local folder are on the disk. Either way a kill of the process loses
 * nothing that a write has returned; the difference is a power cut or a crash of the system.
 */
enum Durability {
  /** When the write returns: the file and the folders that name it are forced to the disk. */
  ON_RETURN,

  /** When the operating system gets to it, some seconds later; several times faster. */
  LATER;

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
