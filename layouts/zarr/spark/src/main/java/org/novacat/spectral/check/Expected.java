package org.novacat.spectral.check;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows of a store that the store does not say.
 *
 * @param name of its folder, without the path; null when it has none
 * @param spectra N_spec; empty when not known
 */
public record Expected(@Nullable String name, OptionalLong spectra) {
  /** Nothing is known. */
  public static final Expected NOTHING = new Expected(null, OptionalLong.empty());

  /** A store in a folder of this name, or with this path. */
  public static Expected named(String path) {
    String folder = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return new Expected(folder.substring(folder.lastIndexOf('/') + 1), OptionalLong.empty());
  }

  /** The same with so many spectra. */
  public Expected of(long count) {
    return new Expected(name, OptionalLong.of(count));
  }
}
