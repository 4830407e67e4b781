package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.ReadLimits;

/**
 * What a profile judges and reads.
 *
 * @param fileName name without folders, for conventions that say something by it
 * @param file the HDUs
 * @param limits what reading it may cost
 */
public record Input(String fileName, FitsFile file, ReadLimits limits) {
  public Input {
    requireNonNull(fileName, "fileName is null");
    requireNonNull(file, "file is null");
    requireNonNull(limits, "limits is null");
  }

  /** The primary header. */
  public Header header() {
    return file.header();
  }

  /** All HDUs. */
  public List<Hdu> hdus() {
    return file.hdus();
  }

  /** The first HDU of this EXTNAME, whatever the case; null when there is none. */
  public @Nullable Hdu named(String extname) {
    for (Hdu hdu : hdus()) {
      if (hdu.name().equalsIgnoreCase(extname)) {
        return hdu;
      }
    }
    return null;
  }

  /** HDU {@code i}, or null when the file is shorter. */
  public @Nullable Hdu at(int i) {
    return i < hdus().size() ? hdus().get(i) : null;
  }
}
