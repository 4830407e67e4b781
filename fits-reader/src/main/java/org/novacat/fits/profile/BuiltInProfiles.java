package org.novacat.fits.profile;

import java.util.List;

/** The list of all built-in profiles. Its order has no influence on the choice. */
final class BuiltInProfiles {
  private BuiltInProfiles() {}

  static List<Profile> all() {
    return List.of(
        new BessProfile(),
        WcsImageProfile.linear(),
        WcsImageProfile.logarithmic(),
        new ErrorArrayProfile(),
        new LightCurveProfile(),
        new NoDataProfile(),
        new OtherAxisProfile(),
        new PictureProfile());
  }
}
