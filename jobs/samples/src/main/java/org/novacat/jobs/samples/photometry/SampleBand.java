package org.novacat.jobs.samples.photometry;

/** The bands of the sample light curves, with the names that their observers give them. */
public enum SampleBand {
  B("B", 4378, 4007),
  V("V", 5466, 3563),
  RC("Rc", 6358, 3028),
  IC("Ic", 7829, 2458),
  VISUAL("Vis.", 5466, 3563),
  ASASSN_G("g", 4672, 3631),
  ATLAS_C("c", 5185, 3631),
  ATLAS_O("o", 6632, 3631),
  ZTF_G("zg", 4723, 3631),
  ZTF_R("zr", 6340, 3631),
  UVW2("UVW2", 2084, 755),
  UVW1("UVW1", 2682, 921),
  UVOT_U("U", 3494, 1421);

  /** Angstrom a second. */
  private static final double LIGHT = 2.99792458e18;

  private static final double ERG_PER_JY = 1e-23;

  private final String text;
  private final double wavelength;
  private final double zeroJy;

  /** Wavelength in Angstrom and flux of magnitude 0 in Jy: as the registry of bands has them. */
  SampleBand(String text, double wavelength, double zeroJy) {
    this.text = text;
    this.wavelength = wavelength;
    this.zeroJy = zeroJy;
  }

  String text() {
    return text;
  }

  double wavelength() {
    return wavelength;
  }

  /** The magnitude of a flux density at its wavelength, erg/s/cm²/Å. */
  double magnitude(double flux) {
    double jansky = flux * wavelength * wavelength / LIGHT / ERG_PER_JY;
    return -2.5 * StrictMath.log10(jansky / zeroJy);
  }
}
