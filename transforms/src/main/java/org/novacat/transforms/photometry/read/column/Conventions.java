package org.novacat.transforms.photometry.read.column;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the manual of a format says and its files do not repeat.
 *
 * @param roles roles of columns by {@linkplain UploadColumn#plain() plain} name, before all else
 * @param frame how times count; null when the file itself says
 * @param telescope "" when any
 * @param instrument "" when any
 * @param band the band of all rows; "" when a column says
 * @param fluxUnit unit of the fluxes; "" when the file says
 * @param magnitudeSystem system of the magnitudes and zero points; "" when the file or the band
 *     says
 * @param detection a magnitude counts when its flux is so many times its error, else the limit
 *     does; 0 when every magnitude counts
 * @param limitSigma what limits mean; 0 when the source is silent
 * @param either whether a row has a magnitude or one of the fluxes, each in a column of its own
 */
public record Conventions(
    Map<String, Role> roles,
    @Nullable TimeFrame frame,
    String telescope,
    String instrument,
    String band,
    String fluxUnit,
    String magnitudeSystem,
    double detection,
    double limitSigma,
    boolean either) {
  public static final Conventions NONE =
      new Conventions(Map.of(), null, "", "", "", "", "", 0, 0, false);

  public Conventions {
    roles = Map.copyOf(roles);
  }

  /** Roles by plain name, as a sidecar writes them: {@code mjd=epoch mag=value}. */
  public Conventions roles(String pairs) {
    Map<String, Role> all = new LinkedHashMap<>(roles);
    for (String pair : pairs.split(" ")) {
      String[] sides = pair.split("=", 2);
      all.put(sides[0], Role.named(sides[1]).orElseThrow());
    }
    return new Conventions(
        all,
        frame,
        telescope,
        instrument,
        band,
        fluxUnit,
        magnitudeSystem,
        detection,
        limitSigma,
        either);
  }

  public Conventions time(@Nullable TimeFrame said) {
    return new Conventions(
        roles,
        said,
        telescope,
        instrument,
        band,
        fluxUnit,
        magnitudeSystem,
        detection,
        limitSigma,
        either);
  }

  public Conventions by(String withTelescope, String withInstrument) {
    return new Conventions(
        roles,
        frame,
        withTelescope,
        withInstrument,
        band,
        fluxUnit,
        magnitudeSystem,
        detection,
        limitSigma,
        either);
  }

  public Conventions flux(String unit, String ofBand) {
    return new Conventions(
        roles,
        frame,
        telescope,
        instrument,
        ofBand,
        unit,
        magnitudeSystem,
        detection,
        limitSigma,
        either);
  }

  /** The same with this band of all rows. */
  public Conventions ofBand(String said) {
    return flux(fluxUnit, said);
  }

  public Conventions limits(double detects, double sigma) {
    return new Conventions(
        roles,
        frame,
        telescope,
        instrument,
        band,
        fluxUnit,
        magnitudeSystem,
        detects,
        sigma,
        either);
  }

  public Conventions eitherQuantity() {
    return new Conventions(
        roles,
        frame,
        telescope,
        instrument,
        band,
        fluxUnit,
        magnitudeSystem,
        detection,
        limitSigma,
        true);
  }

  /** The system of all magnitudes and zero points. */
  public Conventions system(String said) {
    return new Conventions(
        roles, frame, telescope, instrument, band, fluxUnit, said, detection, limitSigma, either);
  }
}
