package org.novacat.jobs.samples;

import nom.tam.fits.Header;
import nom.tam.fits.HeaderCardException;

/** Writes header cards, whose names and values are all ours and so cannot be wrong. */
public final class SampleCards {
  private final Header header;

  private SampleCards(Header header) {
    this.header = header;
  }

  /**
   * Cards at the end of {@code header}. The library puts the time of writing into the comment of
   * SIMPLE; equal seeds must give equal bytes, so it goes.
   */
  static SampleCards of(Header header) {
    if (header.containsKey("SIMPLE")) {
      header.findCard("SIMPLE").setComment("conforms to FITS standard");
    }
    return new SampleCards(header);
  }

  /** A card of text. */
  public SampleCards text(String key, String value, String comment) {
    return add(key, () -> header.addValue(key, value, comment));
  }

  SampleCards number(String key, Number value, String comment) {
    return add(key, () -> header.addValue(key, value, comment));
  }

  SampleCards flag(String key, boolean value, String comment) {
    return add(key, () -> header.addValue(key, value, comment));
  }

  /** What every sample says of itself. */
  SampleCards signature(Exposure exposure) {
    return text("OBJECT", exposure.nova().name(), "invented target")
        .text("ORIGIN", "novacat sample", "synthetic data, no observation");
  }

  /** Start, length and zone of an exposure, as most observatories write them. */
  SampleCards times(Exposure exposure) {
    return text("DATE-OBS", exposure.startText(), "start of exposure, UTC")
        .number("MJD-OBS", exposure.startMjd(), "start of exposure, d")
        .number("EXPTIME", exposure.seconds(), "exposure time, s")
        .text("TIMESYS", "UTC", "time scale");
  }

  /** The target's position under the names RA and DEC. */
  SampleCards position(Exposure exposure) {
    return number("RA", exposure.nova().raDeg(), "right ascension, deg")
        .number("DEC", exposure.nova().decDeg(), "declination, deg")
        .number("EQUINOX", 2000, "equinox of coordinates, yr");
  }

  private SampleCards add(String key, CardWriter writer) {
    try {
      writer.write();
      return this;
    } catch (HeaderCardException e) {
      throw new IllegalStateException("Cannot write card '%s'".formatted(key), e);
    }
  }

  private interface CardWriter {
    void write() throws HeaderCardException;
  }
}
