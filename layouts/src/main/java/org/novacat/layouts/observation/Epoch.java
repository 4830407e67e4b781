package org.novacat.layouts.observation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * When an observation was made.
 *
 * @param time null when nothing states a usable time, or when what does contradicts itself
 * @param exposureSeconds exposure time, s; null when none is stated
 * @param notes what was settled or left open, one sentence each
 */
public record Epoch(
    @Nullable ObservationTime time, @Nullable Double exposureSeconds, List<String> notes) {
  public Epoch {
    notes = List.copyOf(notes);
  }

  /** What these cards say. All usable ones are read and compared. */
  public static Epoch of(CardSource cards) {
    Exposure exposure = Exposure.of(cards);
    Claims claims = Claims.of(cards);
    List<String> notes = new ArrayList<>(exposure.notes());
    List<String> quarrels = EpochChoice.quarrels(claims.all(), exposure.longestDays());
    ObservationTime time =
        quarrels.isEmpty() ? EpochChoice.of(claims, exposure, cards.text("MJDLIST")) : null;
    notes.addAll(claims.notes());
    notes.addAll(quarrels);
    if (time != null) {
      notes.addAll(EpochChoice.differences(claims.all()));
      notes.addAll(time.doubts(exposure.seconds()));
      if (time.scale() == TimeScale.UNKNOWN) {
        notes.add(
            "TIMESYS = '%s' is a time scale that is not kept; the time stands as it is written and may be off by its distance from UTC."
                .formatted(cards.text("TIMESYS").strip()));
      }
    }
    return new Epoch(time, exposure.seconds(), notes);
  }
}
