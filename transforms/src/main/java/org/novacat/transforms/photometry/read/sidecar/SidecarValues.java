package org.novacat.transforms.photometry.read.sidecar;

import java.util.Arrays;
import java.util.List;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.DataRights;
import org.novacat.layouts.photometry.Upload;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;

/** What the plain facts of a sidecar may say. */
final class SidecarValues {
  private static final List<String> RIGHTS =
      Arrays.stream(DataRights.values()).map(DataRights::code).toList();

  private static final List<String> ORIGINS =
      Arrays.stream(DataOrigin.values()).map(DataOrigin::code).toList();

  private SidecarValues() {}

  /** What to write instead of a value; "" when it may stay. */
  static String instead(SidecarKey key, String value) {
    return switch (key) {
      case RIGHTS -> RIGHTS.contains(value) ? "" : "write one of " + String.join(", ", RIGHTS);
      case ORIGIN -> ORIGINS.contains(value) ? "" : "write one of " + String.join(", ", ORIGINS);
      case MAGNITUDE_SYSTEM ->
          MagnitudeSystems.of(value) == null ? "write one of Vega, AB, ST, INSTRUMENTAL" : "";
      case UNIT ->
          FluxUnits.canonical(value).equals(FluxUnits.UNKNOWN)
              ? "write a unit such as mJy, erg/cm2/s or ct/s"
              : "";
      case DONOR ->
          value.length() > Upload.LONGEST_ATTRIBUTION
              ? "write at most %s characters".formatted(Upload.LONGEST_ATTRIBUTION)
              : "";
      case NOVA,
          BAND,
          BIBCODE,
          DOI,
          DATA_URL,
          CATALOG,
          TABLE,
          TELESCOPE,
          INSTRUMENT,
          OBSERVER,
          COMMENT ->
          "";
    };
  }
}
