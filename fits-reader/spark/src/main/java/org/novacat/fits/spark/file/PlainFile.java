package org.novacat.fits.spark.file;

import java.io.IOException;
import java.util.Locale;
import org.novacat.fits.file.ByteSource;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.tile.TileCompression;

/**
 * The FITS bytes of a file, whatever it is compressed by. What is not compressed is read where it
 * lies; gzip and tiles are undone in memory, within the limit of a file.
 */
public final class PlainFile {
  private static final int GZIP_MAGIC = 0x1f8b;

  private final HadoopSource raw;
  private final ReadLimits limits;

  public PlainFile(HadoopSource raw, ReadLimits limits) {
    this.raw = raw;
    this.limits = limits;
  }

  /**
   * The file without gzip; tiles stay as they are.
   *
   * @throws RefusedException when it is damaged or larger than the limit
   */
  public ByteSource inflated() throws IOException {
    return isGzip() ? ByteSource.of(FitsFile.inflated(raw.all(limits), limits)) : raw;
  }

  /** Whether it must be made plain in memory, as far as its first bytes and its name tell. */
  public boolean isCompressed(String name) throws IOException {
    return hasTiles(name) || isGzip();
  }

  private static boolean hasTiles(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".fz");
  }

  /** The file without gzip and tiles, when its name says that it has tiles; else as inflated. */
  public ByteSource plain(String name) throws IOException {
    return hasTiles(name) ? expanded() : inflated();
  }

  /** The file without gzip and tiles. */
  public ByteSource expanded() throws IOException {
    FitsFile file = FitsFile.open(raw.all(limits), limits);
    return ByteSource.of(TileCompression.expand(file, limits).primary().bytes());
  }

  private boolean isGzip() throws IOException {
    if (raw.length() < 3) {
      return false;
    }
    byte[] magic = new byte[2];
    raw.read(0, magic, 0, 2);
    return ((magic[0] & 0xff) << 8 | (magic[1] & 0xff)) == GZIP_MAGIC;
  }
}
