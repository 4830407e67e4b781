package org.novacat.transforms.photometry.read.column;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of magnitude systems as files spell them. */
public final class MagnitudeSystems {
  private static final Map<String, String> BY_PLAIN_NAME =
      Map.of("vega", "Vega", "ab", "AB", "st", "ST", "instrumental", "INSTRUMENTAL");

  private MagnitudeSystems() {}

  /** The system that a text names; null when it names none. */
  public static @Nullable String of(String text) {
    return BY_PLAIN_NAME.get(UploadColumn.plain(text));
  }
}
