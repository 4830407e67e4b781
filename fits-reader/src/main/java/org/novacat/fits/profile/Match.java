package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A profile's verdict on a file.
 *
 * @param rank how sure a match is; null when the file is not of this convention
 * @param reason one clause why, for people
 * @param inputs the cards and columns that decided, name to value, sorted by name; empty without a
 *     match
 * @param reading reads the file that was matched; throws {@link
 *     org.novacat.fits.file.RefusedException} when a card or column that the convention needs is
 *     missing or damaged, or when what the profile recognises is no spectrum
 */
public record Match(
    @Nullable Rank rank, String reason, Map<String, String> inputs, Supplier<Reading> reading) {
  /** How sure a match is, weakest first. Of two matches the higher rank wins. */
  public enum Rank {
    /** Names of columns or axes that many conventions share. */
    GENERIC,
    /** A structure that one convention has, without a word on who wrote it. */
    STRUCTURE,
    /** Cards that only writers of this convention use. */
    CONVENTION,
    /** The producing pipeline or archive names itself. */
    PROVIDER
  }

  public Match {
    requireNonNull(reason, "reason is null");
    requireNonNull(reading, "reading is null");
    inputs = inputs.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(inputs));
  }

  /** Not of this convention. */
  public static Match no(String reason) {
    return new Match(
        null,
        reason,
        Map.of(),
        () -> {
          throw new IllegalStateException("Cannot read file: " + reason);
        });
  }

  /** Of this convention, because of these inputs, and read so. */
  public static Match yes(
      Rank rank, String reason, Map<String, String> inputs, Supplier<Reading> reading) {
    return new Match(rank, reason, inputs, reading);
  }
}
