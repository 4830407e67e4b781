package org.novacat.transforms.spectrum.text.fact;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.Medium;

/** The medium of wavelengths, from texts that say it. */
public final class Mediums {
  private Mediums() {}

  /** The medium that a value says; null when it says none. */
  static @Nullable Medium of(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "air", "awav", "awav-log", "f", "false", "in air" -> Medium.AIR;
      case "vac", "vacuum", "vaccum", "wave", "wave-log", "t", "true", "in vacuum" -> Medium.VACUUM;
      default -> null;
    };
  }

  /** What all names and values say together; empty when none says it, two when they differ. */
  public static Set<Medium> said(FileFacts facts) {
    Set<Medium> found = new LinkedHashSet<>();
    for (FileFacts.Said said : facts.of(TextFact.MEDIUM)) {
      Medium medium = of(said.value());
      if (medium != null) {
        found.add(medium);
      }
    }
    return found;
  }
}
