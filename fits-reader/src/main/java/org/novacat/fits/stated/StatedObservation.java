package org.novacat.fits.stated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.CardNumbers;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.spectrum.StatedTime;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * Time, place and names that somebody states of an observation beside its file. Where the file says
 * something else nothing is known, and a note says so.
 */
final class StatedObservation {
  private static final double SECOND = 1 / 86_400.0;

  /** Exposure times that differ by less are one. */
  private static final double AGREE = 0.02;

  /** Pointings of one target differ by less, arc seconds; frames by the precession of a century. */
  private static final double ONE_PLACE = 5400;

  private final StatedFacts stated;
  private final List<String> notes;

  StatedObservation(StatedFacts stated, List<String> notes) {
    this.stated = stated;
    this.notes = notes;
  }

  Observation of(Observation said) {
    Double exposure = exposure(said.exposureSeconds());
    Observation placed = placed(said);
    return new Observation(
        text(StatedFact.OBJECT, said.object()),
        placed.raDeg(),
        placed.decDeg(),
        placed.frame(),
        text(StatedFact.TELESCOPE, said.telescope()),
        text(StatedFact.INSTRUMENT, said.instrument()),
        text(StatedFact.OBSERVER, said.observer()),
        exposure,
        precise(time(said.time(), exposure)),
        said.extras(),
        said.notes());
  }

  private String text(StatedFact fact, String said) {
    String text = stated.text(fact).orElse("").strip();
    if (text.isEmpty() || said.isBlank()) {
      return text.isEmpty() ? said : text;
    }
    String one = plain(said);
    String other = plain(text);
    if (one.contains(other) || other.contains(one)) {
      return said;
    }
    notes.add(
        "What is said of the %s differs, so it is not known: the file '%s', %s '%s'."
            .formatted(fact.key(), said, stated.from(), text));
    return "";
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private double number(StatedFact fact) {
    return CardNumbers.parseDouble(stated.text(fact).orElse(""));
  }

  private @Nullable Double exposure(@Nullable Double said) {
    double seconds = number(StatedFact.EXPOSURE_SECONDS);
    if (!(seconds > 0) || (said != null && Math.abs(said - seconds) <= AGREE * said)) {
      return said;
    }
    if (said == null) {
      return seconds;
    }
    notes.add(
        "The exposure time is %s s by the file and %s s by %s, so it is not known."
            .formatted(said, seconds, stated.from()));
    return null;
  }

  private Observation placed(Observation said) {
    double ra = number(StatedFact.RA_DEG);
    double dec = number(StatedFact.DEC_DEG);
    if (!SkyPosition.valid(ra, dec)) {
      return said;
    }
    Double there = said.raDeg();
    Double north = said.decDeg();
    if (there == null || north == null || said.frame().kind() == SkyFrame.Kind.GALACTIC) {
      return said.at(ra, dec, SkyFrame.of("ICRS", ""));
    }
    double apart = new SkyPosition(ra, dec).separationArcsec(new SkyPosition(there, north));
    if (apart <= ONE_PLACE) {
      return said;
    }
    notes.add(
        String.format(
            Locale.ROOT,
            "The position of the file and that of %s are %.1f degrees apart, so it is not known.",
            stated.from(),
            apart / 3600));
    return said.at(null, null, said.frame());
  }

  private @Nullable ObservationTime time(
      @Nullable ObservationTime said, @Nullable Double exposureSeconds) {
    List<ObservationTime> told = told();
    ObservationTime best = said;
    double exposed = exposureSeconds == null ? 0 : exposureSeconds * SECOND;
    for (ObservationTime one : told) {
      if (best != null && differ(best, one, exposed)) {
        notes.add(
            String.format(
                Locale.ROOT,
                "The time of the observation is said differently in two places, so it is not known: MJD %.5f by %s, %.5f by %s.",
                best.mjd(),
                best.source(),
                one.mjd(),
                one.source()));
        return null;
      }
      best = best == null || width(one) < width(best) / 2 ? one : best;
    }
    return best;
  }

  private static boolean differ(ObservationTime one, ObservationTime other, double exposed) {
    double open = Math.max(width(one), width(other)) + exposed + 2 * SECOND;
    return Math.abs(one.mjd() - other.mjd()) > open;
  }

  private static double width(ObservationTime time) {
    return time.precisionDays() == null ? SECOND : time.precisionDays();
  }

  /** The times that are stated; a note for one that is none. */
  private List<ObservationTime> told() {
    TimeScale scale = TimeScale.named(stated.text(StatedFact.TIME_SCALE).orElse(""));
    List<ObservationTime> told = new ArrayList<>();
    for (StatedFact fact : List.of(StatedFact.MJD, StatedFact.JD, StatedFact.DATE)) {
      String text = stated.text(fact).orElse("");
      Optional<ObservationTime> time = StatedTime.parse(text, scale, fact.key());
      time.ifPresent(one -> told.add(named(one, fact)));
      if (time.isEmpty() && !text.isEmpty()) {
        notes.add(
            "The time '%s' of %s in %s is not understood."
                .formatted(text, fact.key(), stated.from()));
      }
    }
    return told;
  }

  private ObservationTime named(ObservationTime time, StatedFact fact) {
    return new ObservationTime(
        time.mjd(),
        time.scale(),
        fact.key() + " of " + stated.from(),
        time.precisionDays(),
        time.spanDays());
  }

  private @Nullable ObservationTime precise(@Nullable ObservationTime time) {
    double days = number(StatedFact.TIME_PRECISION_DAYS);
    return time == null || !(days > 0)
        ? time
        : new ObservationTime(time.mjd(), time.scale(), time.source(), days, time.spanDays());
  }
}
