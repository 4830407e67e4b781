package org.novacat.transforms.photometry.band;

import java.util.Map;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;

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

  /**
   * What a sidecar says, as far as the reader took it: one band for all is none for a table whose
   * columns are named after theirs.
   */
  public static BandAssertions of(Sidecar sidecar, Understanding understood) {
    String whole = sidecar.text(SidecarKey.BAND);
    return new BandAssertions(understood.band().equals(whole) ? whole : "", sidecar.bands());
  }

  /** The band that is said for a measurement; "" when none is. */
  public String of(Measurement measurement) {
    return byText.getOrDefault(measurement.band(), whole);
  }
}
