package org.novacat.fits.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A FITS file in memory: its HDUs, checked so that every number needed to find and size the data
 * agrees with the bytes that are there.
 *
 * @param hdus at least one; the first is the primary HDU
 * @param notes what the preflight tolerated, one sentence each
 */
public record FitsFile(List<Hdu> hdus, List<String> notes) {
  public FitsFile {
    hdus = List.copyOf(hdus);
    notes = List.copyOf(notes);
  }

  /**
   * Opens a file from its bytes; gzip is recognised by its magic number and inflated.
   *
   * @throws RefusedException when the bytes are not FITS, are cut short, contradict their own
   *     header, or exceed a limit
   */
  public static FitsFile open(byte[] bytes, ReadLimits limits) {
    return new Preflight(inflated(bytes, limits), limits).run();
  }

  /**
   * The bytes of a file without its gzip; themselves when they are none.
   *
   * @throws RefusedException when they are cut short, damaged, or exceed a limit once inflated
   */
  public static byte[] inflated(byte[] bytes, ReadLimits limits) {
    return Gunzip.isGzip(bytes) ? Gunzip.inflate(bytes, limits) : bytes;
  }

  /**
   * The same file after its own checksums, where it carries any, were compared with its bytes; sums
   * that are stale and not broken add a note, and so do the signs of a transfer as text.
   *
   * @throws RefusedException when a checksum says that the bytes are not those that were written
   */
  public FitsFile verified() {
    List<String> all = new ArrayList<>(notes);
    all.addAll(Checksums.verify(hdus));
    if (TextTransfer.isLikely(primary().bytes())) {
      all.add(
          "The file seems to have been sent as text, which changes and loses bytes: its numbers may"
              + " be wrong.");
    }
    return new FitsFile(hdus, all);
  }

  /** The primary HDU. */
  public Hdu primary() {
    return hdus.get(0);
  }

  /** The header of the primary HDU. */
  public Header header() {
    return primary().header();
  }
}
