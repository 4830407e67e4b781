package org.novacat.fits.spark.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the given paths hold.
 *
 * @param files sorted by path, each once
 * @param skipped names that were left out, sorted by path
 */
public record Listing(List<ListedFile> files, List<Skipped> skipped) {
  public Listing {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
  }

  /** A name that was left out. */
  public record Skipped(ListedFile file, Reason reason) {}

  /** Why a name was left out. */
  enum Reason {
    /** It, or a folder above it, begins with a dot. */
    HIDDEN,
    /** It does not end as FITS files do. */
    NAME,
    /** It does not match pathGlobFilter. */
    FILTER
  }

  /** How many were left out for each reason. */
  public Map<Reason, Integer> skippedByReason() {
    Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
    skipped.forEach(s -> counts.merge(s.reason(), 1, Integer::sum));
    return counts;
  }

  /** Bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(ListedFile::size).sum();
  }
}
