package org.novacat.jobs.photometry;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.novacat.transforms.photometry.band.BandQuery;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.band.BandResolver;
import org.novacat.transforms.photometry.read.PhotometryReader;
import org.novacat.transforms.photometry.read.settings.ReadSettings;

/** The reader of uploads as jobs use it: with the registry's bands, and with FITS. */
public final class Readers {
  /** Names of bands that mean other things above a column: zero points, hour angles, modes. */
  private static final Set<String> OTHER_HEADERS =
      Set.of("zp", "up", "HA", "TR", "PC", "WT", "LAT", "BAT", "None", "Open", "Clear", "STD");

  private Readers() {}

  /**
   * A reader that takes no epoch later than two days from now.
   *
   * @param memory bytes that one file may take
   */
  public static PhotometryReader reader(Instant now, long memory) {
    BandResolver bands = new BandResolver(BandRegistry.standard());
    Map<String, Boolean> known = new ConcurrentHashMap<>();
    return new PhotometryReader(
        ReadSettings.at(now)
            .withMemory(memory)
            .withBands(name -> known.computeIfAbsent(name, text -> isBand(bands, text)))
            .withFits(new FitsLightCurves()));
  }

  /** Headers are words too: one counts as a band only where no context is needed to know it. */
  private static boolean isBand(BandResolver bands, String header) {
    boolean plausible =
        !header.isBlank() && header.length() <= 20 && !OTHER_HEADERS.contains(header);
    return plausible
        && bands.resolve(BandQuery.ofMagnitude(header)).match(found -> true, missing -> false);
  }
}
