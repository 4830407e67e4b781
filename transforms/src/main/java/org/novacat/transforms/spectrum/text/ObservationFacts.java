package org.novacat.transforms.spectrum.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.transforms.spectrum.text.fact.Exposures;
import org.novacat.transforms.spectrum.text.fact.FileFacts;
import org.novacat.transforms.spectrum.text.fact.Positions;
import org.novacat.transforms.spectrum.text.fact.TextFact;
import org.novacat.transforms.spectrum.text.fact.TextTimes;
import org.novacat.transforms.text.Numbers;

/** How a spectrum was taken, from all that is said of it. */
final class ObservationFacts {
  private ObservationFacts() {}

  static Observation of(FileFacts facts, StatedFacts stated) {
    Double exposure = Exposures.seconds(facts);
    Positions.Position position = Positions.of(facts);
    return new Observation(
        facts.text(TextFact.OBJECT),
        position == null ? null : position.raDeg(),
        position == null ? null : position.decDeg(),
        position == null ? SkyFrame.UNSTATED : position.frame(),
        facts.text(TextFact.TELESCOPE),
        facts.text(TextFact.INSTRUMENT),
        facts.text(TextFact.OBSERVER),
        exposure,
        time(TextTimes.of(facts, exposure), stated),
        facts.extras(),
        List.of());
  }

  /** The time with the precision that somebody states of it. */
  private static @Nullable ObservationTime time(
      @Nullable ObservationTime time, StatedFacts stated) {
    double days = Numbers.parse(stated.text(StatedFact.TIME_PRECISION_DAYS).orElse(""));
    return time == null || !(days > 0)
        ? time
        : new ObservationTime(time.mjd(), time.scale(), time.source(), days, time.spanDays());
  }
}
