package org.novacat.fits.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks the HDUs of a file and refuses what cannot be true before anything is allocated for it:
 * SIMPLE not first, no END, BITPIX outside the six, NAXIS outside 0 to 999, an axis below zero, a
 * size that overflows or goes beyond the bytes present, too many header blocks or HDUs. The final
 * padding may be missing (many writers forget it), and whatever follows the last HDU and is no
 * extension is left alone with a note (FITS Standard 4.0, section 3.5, special records).
 */
final class Preflight {
  private final byte[] bytes;
  private final HeaderScan scan;
  private final List<Hdu> hdus = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Preflight(byte[] bytes, ReadLimits limits) {
    this.bytes = bytes;
    this.scan = new HeaderScan(limits);
  }

  FitsFile run() {
    if (!HeaderScan.checkStart(bytes)) {
      notes.add("SIMPLE = F: the file says that it departs from the standard.");
    }
    long at = add(0);
    while (isExtension(at)) {
      scan.checkCount(hdus.size());
      at = add((int) at);
    }
    noteRest(at);
    return new FitsFile(hdus, notes);
  }

  /** Adds the HDU that begins at {@code start} and returns where the next one would. */
  private long add(int start) {
    try {
      return addChecked(start);
    } catch (RefusedException e) {
      throw e.at(start);
    }
  }

  private long addChecked(int start) {
    int cards = scan.cards(bytes, start, hdus.size());
    if (cards < 0) {
      throw HeaderScan.noEnd(bytes.length, hdus.size());
    }
    Header header = new Header(bytes, start, cards);
    HduShape shape = HduShape.of(header, hdus.size());
    long dataStart = (long) start + HeaderScan.length(cards);
    shape.checkPresent(hdus.size(), bytes.length - dataStart);
    hdus.add(
        new Hdu(
            hdus.size(),
            shape.kind(),
            header,
            shape.bitpix(),
            shape.axes(),
            bytes,
            (int) Math.min(dataStart, bytes.length),
            (int) shape.dataLength()));
    return dataStart + HeaderScan.padded(shape.dataLength());
  }

  private boolean isExtension(long at) {
    return at + CardValue.CARD <= bytes.length
        && Keyword.packed(bytes, (int) at) == HeaderScan.XTENSION;
  }

  private void noteRest(long at) {
    for (long p = at; p < bytes.length; p++) {
      if (bytes[(int) p] != 0 && bytes[(int) p] != ' ') {
        notes.add("%s bytes after the last HDU are no extension.".formatted(bytes.length - at));
        return;
      }
    }
  }
}
