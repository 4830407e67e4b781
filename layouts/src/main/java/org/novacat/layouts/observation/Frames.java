package org.novacat.layouts.observation;

import java.util.List;
import org.novacat.layouts.position.SkyFrame;

/** The frame of a position, from the cards that name it. */
final class Frames {
  private static final double MJD_J2000 = 51_544.5;
  private static final double DAYS_PER_YEAR = 365.25;

  /** An equinox so near to the date of the observation may be that date, years. */
  private static final double OF_DATE = 0.6;

  private Frames() {}

  /**
   * RADESYS, or RADECSYS as it was called, and EQUINOX, else EPOCH, which means the same (FITS
   * Standard 4.0, section 8.3).
   */
  static SkyFrame of(CardSource cards, double mjd, List<String> notes) {
    String system = first(cards, "RADESYS", "RADECSYS", "RADESYSA");
    String equinox = first(cards, "EQUINOX", "EQUINOXA");
    String epoch = cards.text("EPOCH");
    if (CardNumber.isZero(equinox) || equinox.isEmpty()) {
      return ofEpoch(system, epoch, mjd, notes);
    }
    return noted(SkyFrame.of(system, equinox), notes);
  }

  /**
   * EPOCH is the equinox by the standard, and for some the date of the observation: where it is
   * near that date and stands alone, the frame is not clear.
   */
  private static SkyFrame ofEpoch(String system, String epoch, double mjd, List<String> notes) {
    double year = Angles.number(epoch);
    double observed = 2000 + (mjd - MJD_J2000) / DAYS_PER_YEAR;
    boolean round = year == 1950 || year == 2000;
    if (!round && Math.abs(year - observed) < OF_DATE) {
      notes.add(
          "EPOCH = %s may be the equinox or the date of the observation; the position is not compared."
              .formatted(epoch));
      return new SkyFrame(SkyFrame.Kind.UNCLEAR, Double.NaN, "EPOCH " + epoch);
    }
    // What is no year at all is a remark of the writer, not an equinox.
    return noted(
        SkyFrame.of(system, Double.isNaN(year) && !epoch.matches("[JB]\\d.*") ? "" : epoch), notes);
  }

  private static SkyFrame noted(SkyFrame frame, List<String> notes) {
    if (!frame.isClear()) {
      notes.add(
          "The frame of the position is not clear (%s); the position is not compared."
              .formatted(frame.stated()));
    }
    return frame;
  }

  private static String first(CardSource cards, String... keywords) {
    for (String keyword : keywords) {
      if (!cards.text(keyword).isEmpty()) {
        return cards.text(keyword);
      }
    }
    return "";
  }
}
