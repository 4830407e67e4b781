package org.novacat.jobs.photometry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.novacat.fits.file.Header;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.ElapsedTime;

/**
 * What the cards of a FITS table say of its times (FITS Standard 4.0, section 9; OGIP/93-003 for
 * TIMEZERO, TIMEPIXR and TIMEREF; the manuals of TESS and Kepler for BJDREFI).
 */
final class FitsTimes {
  private static final double JD_OF_MJD_ZERO = 2_400_000.5;

  private final Header header;
  private final Header primary;

  private FitsTimes(Header header, Header primary) {
    this.header = header;
    this.primary = primary;
  }

  /** Facts by their keys; what the cards of the table do not say, those of the primary HDU may. */
  static Map<String, String> facts(Header header, Header primary) {
    return new FitsTimes(header, primary).facts();
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, ColumnFacts.TIME_SCALE, text("TIMESYS"));
    String place = text("TREFPOS");
    put(facts, ColumnFacts.TIME_REFERENCE, place.isEmpty() ? text("TIMEREF") : place);
    double zero = zero();
    if (!Double.isNaN(zero)) {
      String unit = text("TIMEUNIT").isEmpty() ? usualUnit() : text("TIMEUNIT");
      put(facts, ColumnFacts.TIME_UNIT, unit);
      put(facts, ColumnFacts.TIME_ZERO, Double.toString(zero + moved() * ElapsedTime.unit(unit)));
    }
    return facts;
  }

  private static void put(Map<String, String> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.put(key, value);
    }
  }

  /** Seconds, as the standard wants; the pipelines that count from BJDREFI count days. */
  private String usualUnit() {
    return has("BJDREFI") ? "d" : "s";
  }

  /** The Julian Date from which times count; of several MJDREF counts, then JDREF, then DATEREF. */
  private double zero() {
    if (has("BJDREFI")) {
      return parts("BJDREFI", "BJDREFF");
    }
    if (has("MJDREFI") || has("MJDREF")) {
      return JD_OF_MJD_ZERO
          + (has("MJDREFI") ? parts("MJDREFI", "MJDREFF") : number("MJDREF", Double.NaN));
    }
    if (has("JDREFI") || has("JDREF")) {
      return has("JDREFI") ? parts("JDREFI", "JDREFF") : number("JDREF", Double.NaN);
    }
    return JD_OF_MJD_ZERO + CalendarDates.mjd(text("DATEREF"));
  }

  /**
   * What is added to all times, in TIMEUNIT: offsets, and half a bin where times are not its
   * middle.
   */
  private double moved() {
    double zero = has("TIMEZERI") ? parts("TIMEZERI", "TIMEZERF") : number("TIMEZERO", 0);
    double middle = (0.5 - number("TIMEPIXR", 0.5)) * number("TIMEDEL", 0);
    return zero + number("TIMEOFFS", 0) + middle;
  }

  private boolean has(String keyword) {
    return header.has(keyword) || primary.has(keyword);
  }

  private String text(String keyword) {
    return header.text(keyword, primary.text(keyword)).strip();
  }

  private double parts(String whole, String fraction) {
    return number(whole, Double.NaN) + number(fraction, 0);
  }

  private double number(String keyword, double otherwise) {
    return header.number(keyword, primary.number(keyword, otherwise));
  }
}
