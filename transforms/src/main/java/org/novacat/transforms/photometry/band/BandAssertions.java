package org.novacat.transforms.photometry.band;

import java.util.Map;
import org.novacat.layouts.photometry.Measurement;

/**
 * What a sidecar or a profile says of the bands of a file.
 *
 * @param whole the band of every row; "" when it says none
 * @param byText the band of each filter text of the file; stronger than {@code whole}
 */
public record BandAssertions(String whole, Map<String, String> byText) {
  /** Nothing is said. */
  public static final BandAssertions NONE = new BandAssertions("", Map.of());

  public BandAssertions {
    byText = Map.copyOf(byText);
  }

  /** The band that is said for a measurement; "" when none is. */
  public String of(Measurement measurement) {
    return byText.getOrDefault(measurement.band(), whole);
  }
}
