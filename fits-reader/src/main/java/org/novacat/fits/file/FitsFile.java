package org.novacat.fits.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A FITS file in memory: its HDUs, checked so that every number needed to find and size the data
 * agrees with the bytes that are there.
 *
 * @param hdus at least one; the first is the primary HDU
 * @param notes what was tolerated when it was opened, one sentence each
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
    byte[] plain = inflated(bytes, limits);
    HeaderWalk walk = new HeaderWalk(ByteSource.of(plain), limits);
    List<Hdu> hdus = new ArrayList<>();
    try {
      for (Hdu hdu = walk.next(); hdu != null; hdu = walk.next()) {
        hdus.add(hdu.in(plain));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read file that is in memory", e);
    }
    return new FitsFile(hdus, notes(walk, plain));
  }

  /**
   * The final padding may be missing (many writers forget it), and whatever follows the last HDU
   * and is no extension is left alone (FITS Standard 4.0, section 3.5, special records).
   */
  private static List<String> notes(HeaderWalk walk, byte[] bytes) {
    List<String> notes = new ArrayList<>();
    if (!walk.isStandard()) {
      notes.add("SIMPLE = F: the file says that it departs from the standard.");
    }
    for (long p = walk.end(); p < bytes.length; p++) {
      if (bytes[(int) p] != 0 && bytes[(int) p] != ' ') {
        notes.add(
            "%s bytes after the last HDU are no extension.".formatted(bytes.length - walk.end()));
        break;
      }
    }
    return notes;
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
