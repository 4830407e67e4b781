package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.ZTF_G;

import java.util.Random;
import org.novacat.jobs.samples.photometry.LightCurve.CurvePoint;

/** What surveys and satellites give out. */
final class SurveyFiles {
  static final String ASAS_SN =
      "JD,Flux,Flux Error,Mag,Mag Error,Limit,FWHM,Filter,Quality,Camera\n";
  static final String ATLAS =
      "###MJD          m      dm     uJy     duJy F err chi/N     RA       Dec        x"
          + "        y     maj  min   phi  apfit mag5sig Sky   Obs\n";
  static final String ZTF = "oid,expid,mjd,mag,magerr,catflags,filtercode,ra,dec,limitmag\n";
  static final String UVOT =
      "# %s magnitudes, synthetic\n#\n# Filter MJD[days] Mag MagErr 3SigMagLim 0.98SatLim[mag] Rate[c/s]"
          + " RateErr[c/s] Ap[arcsec] Frametime[s] Exp[s] Telapse[s]\n#\n";

  private static final double FIVE_SIGMA_MJY = 0.15;

  /** AB magnitude of one microjansky. */
  private static final double MICROJANSKY = 23.9;

  private static final double ERROR_OF_FLUX = 1.0857;

  private static final double XRAY_RELATIVE_ERROR = 0.12;

  /** Noise where there is no source, erg/s/cm². */
  private static final double XRAY_BACKGROUND = 2e-14;

  private SurveyFiles() {}

  /** A light curve of ASAS-SN's Sky Patrol, version 2: what was not seen has error 99.99. */
  static String asasSn(LightCurve curve, CurvePoint one, Random random) {
    double flux = one.limit() ? 0.03 * random.nextGaussian() : millijansky(one.magnitude());
    return Text.format(
        "%.5f,%.4f,%.4f,%.3f,%.3f,%.3f,%.2f,%s,G,b%s\n",
        one.jd(),
        flux,
        one.limit() ? FIVE_SIGMA_MJY / 5 : flux * one.error() / ERROR_OF_FLUX,
        one.limit() ? 99.99 : one.magnitude(),
        one.limit() ? 99.99 : one.error(),
        faintest(one, CurveFormat.ASAS_SN),
        1.4 + 0.3 * random.nextDouble(),
        one.band().text(),
        (char) ('a' + random.nextInt(4)));
  }

  private static double millijansky(double magnitude) {
    return 3.631e6 * StrictMath.pow(10, -0.4 * magnitude);
  }

  private static double faintest(CurvePoint one, CurveFormat format) {
    return one.limit() ? one.magnitude() : format.campaign().depth();
  }

  /** Forced photometry of ATLAS: a flux at the place of the nova, whether it was there or not. */
  static String atlas(LightCurve curve, CurvePoint one, Random random) {
    double depth = faintest(one, CurveFormat.ATLAS);
    double error =
        one.limit()
            ? microjansky(depth) / 5
            : microjansky(one.magnitude()) * one.error() / ERROR_OF_FLUX;
    double flux = one.limit() ? error * random.nextGaussian() : microjansky(one.magnitude());
    return measured(one, flux, error)
        + place(curve, random)
        + Text.format("%5.2f 20.80 01a%05do%04do\n", depth, (int) one.mjd(), random.nextInt(1000));
  }

  private static String measured(CurvePoint one, double flux, double error) {
    return Text.format(
        "%.6f %7.3f %6.3f %8.0f %5.0f %s  0 ",
        one.mjd(),
        magnitude(flux),
        Math.min(99, ERROR_OF_FLUX * error / Math.max(1e-9, Math.abs(flux))),
        flux,
        Math.max(1, error),
        one.band().text());
  }

  /** Goodness of the fit, where on the sky, and where on the chip. */
  private static String place(LightCurve curve, Random random) {
    return Text.format(
        "%6.2f %9.5f %9.5f %8.2f %8.2f 2.04 2.02 %5.1f -0.425 ",
        1 + random.nextDouble(),
        curve.nova().raDeg(),
        curve.nova().decDeg(),
        10_000 * random.nextDouble(),
        10_000 * random.nextDouble(),
        180 * random.nextDouble() - 90);
  }

  private static double microjansky(double magnitude) {
    return StrictMath.pow(10, -0.4 * (magnitude - MICROJANSKY));
  }

  /** The sign of the flux goes before the magnitude, as ATLAS prints it. */
  private static double magnitude(double flux) {
    double magnitude = MICROJANSKY - 2.5 * StrictMath.log10(Math.max(1e-9, Math.abs(flux)));
    return flux < 0 ? -magnitude : magnitude;
  }

  /** A light curve of ZTF as IRSA gives it out: detections only, in MJD. */
  static String ztf(LightCurve curve, CurvePoint one, Random random) {
    return Text.format(
        "%d,%d,%.7f,%.5f,%.5f,%d,%s,%.6f,%.6f,%.3f\n",
        one.band() == ZTF_G ? 641_116_100_063_310L : 641_216_100_035_134L,
        60_000_000L + random.nextInt(9_000_000),
        one.mjd(),
        one.magnitude(),
        one.error(),
        random.nextInt(20) == 0 ? 32_768 : 0,
        one.band().text(),
        curve.nova().raDeg(),
        curve.nova().decDeg(),
        faintest(one, CurveFormat.ZTF));
  }

  /** Magnitudes of Swift's UVOT in the layout of the SOUSA archive: NULL where nothing was seen. */
  static String uvot(LightCurve curve, CurvePoint one, Random random) {
    return Text.format(
        "%-5s %13.4f %7s %7s %7.3f  11.091 %7.3f   0.058  3.0  0.0110 %10.2f %11.2f\n",
        one.band().text(),
        one.mjd(),
        one.limit() ? "NULL" : Text.format("%.3f", one.magnitude()),
        one.limit() ? "NULL" : Text.format("%.3f", one.error()),
        faintest(one, CurveFormat.UVOT),
        StrictMath.pow(10, -0.4 * (one.magnitude() - 17.4)),
        300 + 600 * random.nextDouble(),
        5000 + 50_000 * random.nextDouble());
  }

  /** X-ray fluxes for QDP: days since a moment that only {@link #xraySidecar} names. */
  static String xrays(LightCurve curve, CurvePoint one, Random random) {
    double day = one.mjd() - curve.maximumMjd();
    double flux = curve.xrays(day);
    double error = XRAY_RELATIVE_ERROR * flux + XRAY_BACKGROUND;
    return Text.format(
        "%.5f\t%.5f\t%.6E\t%.6E\n",
        day, 0.005 + 0.01 * random.nextDouble(), flux + error * random.nextGaussian(), error);
  }

  static byte[] xraySidecar(LightCurve curve) {
    return Text.bytes(
        Text.format(
            "{\"nova\": \"%s\", \"t0\": %.5f, \"telescope\": \"Swift\", \"instrument\": \"XRT\"}\n",
            curve.nova().name(), curve.maximumMjd()));
  }
}
