package org.novacat.layouts.observation;

import java.util.List;
import java.util.Locale;
import org.novacat.layouts.text.Tsv;

/**
 * A keyword that states a time.
 *
 * @param keyword the keyword
 * @param count what a bare number behind it counts
 * @param role which instant of the exposure it means
 */
record TimeCard(String keyword, Count count, Role role) {
  /** What a number counts. */
  enum Count {
    /** Days since MJD 0. */
    MJD,
    /** Julian Date, days. */
    JD,
    /** Heliocentric or barycentric Julian Date: up to 499 s from the time of the observer. */
    HELIOCENTRIC,
    /** Seconds of TAI since MJD 0. */
    TAI,
    /** Hours or seconds since midnight. */
    CLOCK,
    /** Julian year. */
    YEAR,
    /** Nothing: the value is text. */
    NONE
  }

  /** In the order in which they are believed: those of the FITS standard first. */
  static final List<TimeCard> ALL =
      Tsv.resource(TimeCard.class, "time-cards.tsv").rows().stream()
          .flatMap(
              row ->
                  row.words("cards").stream()
                      .map(
                          keyword ->
                              new TimeCard(
                                  keyword,
                                  Count.valueOf(row.cell("number").toUpperCase(Locale.ROOT)),
                                  Role.valueOf(row.cell("role").toUpperCase(Locale.ROOT)))))
          .toList();
}
