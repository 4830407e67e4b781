package org.novacat.fits.profile;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.novacat.fits.file.Hdu;
import org.novacat.layouts.observation.Epoch;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;

/**
 * Spectra of several HDUs may have been taken at several times. One file is one product with one
 * time: where the HDUs say times that are further apart than an exposure, it is the middle of them
 * all, and spans them all.
 */
public final class HduTimes {
  /** Arms of one instrument open and close a few minutes apart. */
  private static final double TOGETHER = 600 / 86_400.0;

  private static final double SECONDS_PER_DAY = 86_400;
  private static final double SAME_NIGHT = 1.75;
  private static final int MOST_NAMED = 4;

  private HduTimes() {}

  /** The observation of a file, with the times of all HDUs that hold its spectra. */
  public static Observation settled(Input input, Reading reading) {
    Map<Integer, ObservationTime> times = times(input, reading);
    DoubleSummaryStatistics all =
        times.values().stream().mapToDouble(ObservationTime::mjd).summaryStatistics();
    Observation observation = reading.observation();
    Double seconds = observation.exposureSeconds();
    double exposure = seconds == null ? 0 : seconds / SECONDS_PER_DAY;
    if (times.size() == 1) {
      return observation.noting(besidePrimary(input, times, observation.notes()));
    }
    if (times.isEmpty() || all.getMax() - all.getMin() <= exposure + TOGETHER) {
      return observation;
    }
    List<String> notes = new ArrayList<>(observation.notes());
    notes.add(note(times));
    return observation.noting(notes).taken(middle(times, all));
  }

  /** The times that the headers of these HDUs state themselves. */
  private static Map<Integer, ObservationTime> times(Input input, Reading reading) {
    List<Integer> used = reading.spectra().stream().map(one -> one.hdu()).distinct().toList();
    Map<Integer, ObservationTime> times = new LinkedHashMap<>();
    for (Hdu hdu : input.hdus()) {
      if (hdu.index() > 0 && used.contains(hdu.index())) {
        ObservationTime time = Epoch.of(Cards.of(hdu.header())).time();
        if (time != null) {
          times.put(hdu.index(), time);
        }
      }
    }
    return times;
  }

  /**
   * The header of the data holds where the primary one says the same keyword otherwise (FITS header
   * inheritance convention, Zarate and Greenfield 2007); days between them are worth a note.
   */
  private static List<String> besidePrimary(
      Input input, Map<Integer, ObservationTime> times, List<String> notes) {
    ObservationTime primary = Epoch.of(Cards.of(input.header())).time();
    Map.Entry<Integer, ObservationTime> own = times.entrySet().iterator().next();
    double apart = primary == null ? 0 : Math.abs(primary.mjd() - own.getValue().mjd());
    if (primary == null || apart <= SAME_NIGHT) {
      return notes;
    }
    List<String> all = new ArrayList<>(notes);
    all.add(
        String.format(
            Locale.ROOT,
            "The primary header says MJD %.5f, that of HDU %d MJD %.5f, which holds for its data.",
            primary.mjd(),
            own.getKey(),
            own.getValue().mjd()));
    return all;
  }

  private static ObservationTime middle(
      Map<Integer, ObservationTime> times, DoubleSummaryStatistics all) {
    ObservationTime first = times.values().iterator().next();
    double longest = 0;
    double coarsest = 0;
    for (ObservationTime time : times.values()) {
      longest = Math.max(longest, time.spanDays() == null ? 0 : time.spanDays());
      coarsest = Math.max(coarsest, time.precisionDays() == null ? 0 : time.precisionDays());
    }
    return new ObservationTime(
        (all.getMin() + all.getMax()) / 2,
        first.scale(),
        "the middle of the times of %s HDUs".formatted(times.size()),
        coarsest > 0 ? (Double) coarsest : null,
        all.getMax() - all.getMin() + longest);
  }

  private static String note(Map<Integer, ObservationTime> times) {
    String named =
        times.entrySet().stream()
            .limit(MOST_NAMED)
            .map(
                one ->
                    String.format(
                        Locale.ROOT, "HDU %d MJD %.5f", one.getKey(), one.getValue().mjd()))
            .collect(Collectors.joining(", "));
    return "The HDUs of the spectra state different times (%s%s)."
        .formatted(named, times.size() > MOST_NAMED ? " …" : "");
  }
}
