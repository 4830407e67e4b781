package org.novacat.fits.profile;

import java.util.Locale;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;

/**
 * The medium of a wavelength axis and how it is known.
 *
 * @param why the card or the data model behind it, for people; "" when unknown
 */
public record Mediums(Medium medium, MediumSource source, String why) {
  public static final Mediums UNKNOWN = new Mediums(Medium.UNKNOWN, MediumSource.UNKNOWN, "");

  /** Amateur spectra are calibrated on lamp lines in air; no header says so. */
  public static final Mediums AIR_BY_CUSTOM =
      new Mediums(Medium.AIR, MediumSource.CUSTOM, "custom of amateur spectroscopy");

  /** The published data model of {@code pipeline} gives vacuum wavelengths. */
  public static Mediums vacuumOf(String pipeline) {
    return new Mediums(Medium.VACUUM, MediumSource.DATA_MODEL, pipeline + " data model");
  }

  /**
   * What the cards state: VACUUM, AIRORVAC, or CTYPE1 = AWAV (air) and WAVE (vacuum; FITS Standard
   * 4.0, table 25).
   */
  public static Mediums stated(Cards cards) {
    return switch (cards.text("VACUUM")) {
      case "T" -> header(Medium.VACUUM, "VACUUM = T");
      case "F" -> header(Medium.AIR, "VACUUM = F");
      default -> ofAirOrVacuum(cards);
    };
  }

  /** These, or {@code otherwise} where nothing is known. */
  public Mediums or(Mediums otherwise) {
    return equals(UNKNOWN) ? otherwise : this;
  }

  private static Mediums ofAirOrVacuum(Cards cards) {
    return switch (cards.text("AIRORVAC").toLowerCase(Locale.ROOT)) {
      case "vac", "vacuum" -> header(Medium.VACUUM, "AIRORVAC = vac");
      case "air" -> header(Medium.AIR, "AIRORVAC = air");
      default -> ofCtype(cards.text("CTYPE1"));
    };
  }

  private static Mediums ofCtype(String ctype) {
    return switch (ctype) {
      case "AWAV", "AWAV-LOG" -> header(Medium.AIR, "CTYPE1 = " + ctype);
      case "WAVE", "WAVE-LOG" -> header(Medium.VACUUM, "CTYPE1 = " + ctype);
      default -> UNKNOWN;
    };
  }

  private static Mediums header(Medium medium, String why) {
    return new Mediums(medium, MediumSource.HEADER, why);
  }
}
