package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.ReadLimits;

/**
 * What a profile judges and reads. It keeps the tables once their columns are known, since every
 * profile asks for them; so it is for one thread.
 */
public final class Input {
  private final String fileName;
  private final FitsFile file;
  private final ReadLimits limits;
  private @Nullable List<FoundTable> tables;

  /**
   * @param fileName name without folders, for conventions that say something by it
   * @param file the HDUs
   * @param limits what reading it may cost
   */
  public Input(String fileName, FitsFile file, ReadLimits limits) {
    this.fileName = requireNonNull(fileName, "fileName is null");
    this.file = requireNonNull(file, "file is null");
    this.limits = requireNonNull(limits, "limits is null");
  }

  /** Name without folders. */
  public String fileName() {
    return fileName;
  }

  /** The HDUs, and what was tolerated when they were opened. */
  public FitsFile file() {
    return file;
  }

  /** What reading it may cost. */
  public ReadLimits limits() {
    return limits;
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
    return hdus().stream()
        .filter(hdu -> hdu.name().equalsIgnoreCase(extname))
        .findFirst()
        .orElse(null);
  }

  /** HDU {@code i}, or null when the file is shorter. */
  public @Nullable Hdu at(int i) {
    return i < hdus().size() ? hdus().get(i) : null;
  }

  /** Whether at least two HDUs are images with pixels. */
  public boolean hasSeveralImages() {
    int images = 0;
    for (Hdu hdu : hdus()) {
      images += Images.isImage(hdu) ? 1 : 0;
    }
    return images > 1;
  }

  /** All tables with data. */
  public List<FoundTable> tables() {
    if (tables == null) {
      tables =
          hdus().stream()
              .filter(hdu -> hdu.isTable() && hdu.hasData())
              .map(hdu -> new FoundTable(hdu, Table.of(hdu)))
              .toList();
    }
    return tables;
  }

  /** The table of this HDU; null when it is none, or empty. */
  public @Nullable FoundTable table(@Nullable Hdu hdu) {
    return first(found -> hdu != null && found.hdu().index() == hdu.index());
  }

  /** The first table that has all these columns, whatever the case; null when there is none. */
  public @Nullable FoundTable tableWith(String... columns) {
    return first(found -> found.hasAll(columns));
  }

  /** All tables that have all these columns, whatever the case. */
  public List<FoundTable> tablesWith(String... columns) {
    return tables().stream().filter(found -> found.hasAll(columns)).toList();
  }

  /** The first table of which this holds; null when there is none. */
  public @Nullable FoundTable first(Predicate<FoundTable> wanted) {
    for (FoundTable found : tables()) {
      if (wanted.test(found)) {
        return found;
      }
    }
    return null;
  }
}
