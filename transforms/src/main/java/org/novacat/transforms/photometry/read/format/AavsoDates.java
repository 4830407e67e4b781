package org.novacat.transforms.photometry.read.format;

import java.util.Locale;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.column.DateNotation;
import org.novacat.transforms.photometry.read.column.DateOrder;
import org.novacat.transforms.photometry.read.column.SourceScale;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;

/**
 * What {@code #DATE=} of the AAVSO's formats says (AAVSO Extended File Format 1.2 and Visual File
 * Format, "Parameters"): JD, HJD, BJD or EXCEL, all in UT; programs write the scale with them, as
 * in BJD_TDB.
 */
final class AavsoDates {
  private AavsoDates() {}

  /**
   * How the dates below it count.
   *
   * @throws UploadRefusedException when nobody documents the value
   */
  static TimeFrame frame(String value, String file) {
    String said =
        value.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s(-]+", "_").replace(")", "");
    String reason = "#DATE=%s; the AAVSO counts in UT".formatted(said);
    return switch (said) {
      case "JD", "" -> TimeFrame.manual(EpochSystem.JD, TimeScale.UTC, TimeReference.GEO, reason);
      case "HJD" -> TimeFrame.manual(EpochSystem.HJD, TimeScale.UTC, TimeReference.HELIO, reason);
      case "BJD" -> TimeFrame.manual(EpochSystem.BJD, TimeScale.TDB, TimeReference.BARY, reason);
      case "EXCEL" -> excel(reason);
      default -> scaled(said, value, file);
    };
  }

  /** As NOW() of a spreadsheet shows it, {@code 12/31/2007 11:59:59 PM}, or its number. */
  private static TimeFrame excel(String reason) {
    return TimeFrames.of(EpochSystem.CALDATE, reason)
        .source(SourceScale.UTC, Confidence.KNOWN)
        .reference(TimeReference.GEO)
        .from(TimeFrame.EXCEL_ZERO, reason)
        .dates(DateNotation.UNSTATED.order(DateOrder.MDY));
  }

  private static TimeFrame scaled(String said, String value, String file) {
    for (EpochSystem system : EpochSystem.values()) {
      boolean julian = system.name().matches("[HB]?JD_.*|MJD.*");
      if (julian && system.name().equals(said)) {
        TimeFrame frame = TimeFrames.of(system, "#DATE=" + said);
        boolean here = frame.reference() == TimeReference.UNKNOWN;
        return here ? frame.reference(TimeReference.GEO) : frame;
      }
    }
    throw UploadRefusedException.unrecognized(
        file,
        "nobody documents '#DATE=%s'".formatted(value.strip()),
        "Write #DATE= with JD, HJD, BJD or EXCEL, or one of them with its scale, such as BJD_TDB");
  }
}
