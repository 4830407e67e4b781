package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a file say about how it was taken. Text is "" when absent.
 *
 * @param object the target as the file spells it
 * @param raDeg right ascension, degrees, ICRS or the frame the file uses; null when absent
 * @param decDeg declination, degrees; null when absent
 * @param telescope telescope
 * @param instrument instrument
 * @param observer observer
 * @param exposureSeconds exposure time, s; null when absent or not a number
 * @param time when; null when no card gives a usable time
 * @param extras facts kept raw and never applied, such as {@code BSS_VHEL}, {@code SPECSYS}
 */
public record Observation(
    String object,
    @Nullable Double raDeg,
    @Nullable Double decDeg,
    String telescope,
    String instrument,
    String observer,
    @Nullable Double exposureSeconds,
    @Nullable ObservationTime time,
    Map<String, String> extras) {
  public Observation {
    requireNonNull(object, "object is null");
    requireNonNull(telescope, "telescope is null");
    requireNonNull(instrument, "instrument is null");
    requireNonNull(observer, "observer is null");
    extras = Map.copyOf(extras);
  }
}
