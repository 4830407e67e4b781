package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyFrame;

/**
 * What the headers of a file say about how it was taken. Text is "" when absent.
 *
 * @param object the target as the file spells it
 * @param raDeg right ascension in {@code frame}, degrees (of galactic coordinates the longitude);
 *     null when absent
 * @param decDeg declination in {@code frame}, degrees (the latitude); null when absent
 * @param frame the frame of the position, as the file states it
 * @param telescope telescope
 * @param instrument instrument
 * @param observer observer
 * @param exposureSeconds exposure time, s; null when absent or not a number
 * @param time when; null when no card gives a usable time, or when they contradict each other
 * @param extras facts kept raw and never applied, such as {@code BSS_VHEL}, {@code SPECSYS}
 * @param notes what had to be settled or left open about time and place, one sentence each
 */
public record Observation(
    String object,
    @Nullable Double raDeg,
    @Nullable Double decDeg,
    SkyFrame frame,
    String telescope,
    String instrument,
    String observer,
    @Nullable Double exposureSeconds,
    @Nullable ObservationTime time,
    Map<String, String> extras,
    List<String> notes) {
  public Observation {
    requireNonNull(object, "object is null");
    requireNonNull(frame, "frame is null");
    requireNonNull(telescope, "telescope is null");
    requireNonNull(instrument, "instrument is null");
    requireNonNull(observer, "observer is null");
    extras = Map.copyOf(extras);
    notes = List.copyOf(notes);
  }

  /** An observation of which no frame is stated, with nothing to note. */
  public Observation(
      String object,
      @Nullable Double raDeg,
      @Nullable Double decDeg,
      String telescope,
      String instrument,
      String observer,
      @Nullable Double exposureSeconds,
      @Nullable ObservationTime time,
      Map<String, String> extras) {
    this(
        object,
        raDeg,
        decDeg,
        SkyFrame.UNSTATED,
        telescope,
        instrument,
        observer,
        exposureSeconds,
        time,
        extras,
        List.of());
  }

  /** The same observation at this position, degrees, in this frame. */
  public Observation at(@Nullable Double ra, @Nullable Double dec, SkyFrame in) {
    return new Observation(
        object, ra, dec, in, telescope, instrument, observer, exposureSeconds, time, extras, notes);
  }

  /** The same observation at this time, with a note where that is no instant. */
  public Observation taken(@Nullable ObservationTime at) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(at == null ? List.of() : at.doubts(exposureSeconds));
    return new Observation(
        object,
        raDeg,
        decDeg,
        frame,
        telescope,
        instrument,
        observer,
        exposureSeconds,
        at,
        extras,
        all);
  }

  /** The same observation with these notes and no others. */
  public Observation noting(List<String> sentences) {
    return new Observation(
        object,
        raDeg,
        decDeg,
        frame,
        telescope,
        instrument,
        observer,
        exposureSeconds,
        time,
        extras,
        sentences);
  }
}
