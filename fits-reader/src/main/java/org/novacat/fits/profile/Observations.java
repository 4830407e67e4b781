package org.novacat.fits.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.observation.Epoch;
import org.novacat.layouts.observation.Place;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;

/** The facts of an observation from the usual cards. */
public final class Observations {
  private static final List<String> OBJECT =
      List.of("OBJECT OBJNAME TARGNAME TARGPROP OBJID SRCNAME TARGETID".split(" "));

  /**
   * Kept raw: velocities and corrections are never applied, and the rest describes the data or says
   * whom to name.
   */
  private static final List<String> EXTRAS =
      List.of(
          ("BSS_VHEL BSS_RQVH BSS_NORM BSS_TELL BSS_COSM BSS_INST BSS_SITE BSS_ITRP"
                  + " BSS_ESRP SPECSYS VHELIO HELIO_RV VHELVAC BARYCORR RADECSYS RADESYS EQUINOX"
                  + " SPEC_RES DISPELEM FILTER GRATING PROGRAM PROG_ID PROPOSID GEO_LAT GEO_LONG"
                  + " GEO_ELEV EXPTIME2 JD-HEL VERSION SWCREATE ORIGIN AIRMASS SNR"
                  + " AUTHOR REFERENC DOI BIBCODE LICENCE LICENSE")
              .split(" "));

  private Observations() {}

  /** What these cards say. */
  public static Observation of(Cards cards) {
    Epoch epoch = Epoch.of(cards);
    ObservationTime time = epoch.time();
    Place place = Place.of(cards, time == null ? Double.NaN : time.mjd());
    return new Observation(
        object(cards),
        place.raDeg(),
        place.decDeg(),
        place.frame(),
        cards.text("TELESCOP"),
        cards.text("INSTRUME", "BSS_INST"),
        cards.text("OBSERVER", "BSS_OBSV"),
        epoch.exposureSeconds(),
        time,
        extras(cards),
        Stream.concat(epoch.notes().stream(), place.notes().stream()).toList());
  }

  /** DATE-OBS is the median of the exposures in UTC, DATE-BEG and DATE-END are local time. */
  public static Observation ofLamost(Cards cards) {
    Cards universal = cards.without("DATE-BEG", "DATE-END");
    ObservationTime middle = ObservationTimes.stated(universal, "DATE-OBS", "DATE-OBS (middle)");
    Observation observation = of(universal);
    return middle == null ? observation : observation.taken(middle);
  }

  private static String object(Cards cards) {
    return OBJECT.stream()
        .map(keyword -> cards.text(keyword))
        .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("UNKNOWN") && !text.equals("N/A"))
        .findFirst()
        .orElse("");
  }

  /** The number, or null for NaN. */
  public static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Map<String, String> extras(Cards cards) {
    Map<String, String> extras = new LinkedHashMap<>();
    for (String keyword : EXTRAS) {
      String text = cards.text(keyword);
      if (!text.isEmpty()) {
        extras.put(keyword, text);
      }
    }
    return extras;
  }
}
