package org.novacat.layouts.photometry;

/** The bits of {@code quality_bits}. */
public final class QualityBits {
  public static final int UNCERTAIN = 1;
  public static final int LARGE_ERROR = 2;
  public static final int SATURATED = 4;
  public static final int BLENDED = 8;
  public static final int CLOUDS = 16;
  public static final int SOFT_DUPLICATE = 32;
  public static final int LOW_BAND_CONFIDENCE = 64;
  public static final int EPOCH_REINTERPRETED = 128;
  public static final int UNVALIDATED = 256;
  public static final int SOURCE_QUALITY = 512;

  /** A column or a comment of the file that looks as if it mattered was not understood. */
  public static final int UNACCOUNTED = 1024;

  private QualityBits() {}
}
