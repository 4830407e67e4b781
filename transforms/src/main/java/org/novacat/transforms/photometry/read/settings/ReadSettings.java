package org.novacat.transforms.photometry.read.settings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What reading depends on besides the file.
 *
 * @param now no epoch is later than two days from here
 * @param maxBytes larger files are refused, also once they are unpacked
 * @param maxRows longer files are refused
 * @param memory bytes that reading one file may hold, as they are counted before they are taken;
 *     files that need more are refused
 * @param bands tells names of bands from others, for tables with a column a band
 * @param fits opens FITS files
 */
public record ReadSettings(
    Instant now,
    long maxBytes,
    long maxRows,
    long memory,
    Predicate<String> bands,
    ForeignTable.Opener fits) {
  /** 512 MiB and 5 million rows (photometry specification, section 8). */
  public static final long MAX_BYTES = 512L << 20;

  public static final long MAX_ROWS = 5_000_000;

  /** Lines with their comments; where each begins is kept. */
  public static final long MAX_LINES = 2 * MAX_ROWS;

  /** Catalogues of the CDS stay below 1,000, FITS allows 999. */
  public static final int MAX_COLUMNS = 2000;

  /** Bytes of one line, 100 for each of the most columns. */
  public static final int LONGEST_LINE = 100 * MAX_COLUMNS;

  /** Characters of one cell that is a number, a time, a band or the name of a nova. */
  public static final int LONGEST_CELL = 200;

  /** Headers that stand for bands where no registry is at hand; their case matters. */
  private static final Set<String> COMMON_BANDS =
      Set.of(
          "U", "B", "V", "R", "I", "Rc", "RC", "Ic", "IC", "R_C", "I_C", "RJ", "IJ", "J", "H", "K",
          "Ks", "KS", "L", "M", "N", "u", "g", "r", "i", "z", "y", "u'", "g'", "r'", "i'", "z'",
          "W1", "W2", "W3", "W4", "WISE_W1", "WISE_W2", "UVW1", "UVW2", "UVM2", "BP", "RP", "G",
          "zg", "zr", "zi", "CV", "CR", "TG", "TB", "TR", "vis", "Vis.", "Visual");

  public ReadSettings {
    requireNonNull(now, "now is null");
    requireNonNull(bands, "bands is null");
    requireNonNull(fits, "fits is null");
  }

  /** The limits of the specification, all memory, common names of bands, and no FITS. */
  public static ReadSettings at(Instant now) {
    return new ReadSettings(
        now, MAX_BYTES, MAX_ROWS, Long.MAX_VALUE, COMMON_BANDS::contains, ForeignTable.Opener.NONE);
  }

  /** The same with these names of bands. */
  public ReadSettings withBands(Predicate<String> names) {
    return new ReadSettings(now, maxBytes, maxRows, memory, names, fits);
  }

  /** The same with this opener of FITS files. */
  public ReadSettings withFits(ForeignTable.Opener opener) {
    return new ReadSettings(now, maxBytes, maxRows, memory, bands, opener);
  }

  /** The same with so many bytes of memory for one file. */
  public ReadSettings withMemory(long bytes) {
    return new ReadSettings(now, maxBytes, maxRows, bytes, bands, fits);
  }
}
