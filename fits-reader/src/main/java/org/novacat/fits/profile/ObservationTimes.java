package org.novacat.fits.profile;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.observation.Epoch;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.StatedTime;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * When a spectrum was taken. What all cards of a header together say is settled by {@link Epoch};
 * some profiles know better which card to ask.
 */
public final class ObservationTimes {
  private static final double MJD_1900 = 15_020;
  private static final double MJD_2100 = 88_069;

  private ObservationTimes() {}

  /**
   * The time that one card states, as it stands: a date with a time of day, a Julian Date or a
   * Modified one; null when it is none, or a day only.
   */
  public static @Nullable ObservationTime stated(Cards cards, String card, String source) {
    TimeScale scale = TimeScale.named(cards.text("TIMESYS"));
    return StatedTime.parse(cards.text(card), scale, card)
        .filter(time -> time.precisionDays() != null && time.precisionDays() < 1)
        .map(
            time ->
                new ObservationTime(time.mjd(), time.scale(), source, time.precisionDays(), null))
        .orElse(null);
  }

  /** A time that a table gives; null when it is nonsense. */
  public static @Nullable ObservationTime of(double mjd, TimeScale scale, String source) {
    return mjd >= MJD_1900 && mjd <= MJD_2100 ? new ObservationTime(mjd, scale, source) : null;
  }
}
