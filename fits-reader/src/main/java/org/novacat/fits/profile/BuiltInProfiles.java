package org.novacat.fits.profile;

import java.util.List;

/** The list of all built-in profiles. Its order has no influence on the choice. */
final class BuiltInProfiles {
  private BuiltInProfiles() {}

  static List<Profile> all() {
    return List.of(
        new BessProfile(),
        new CalspecProfile(),
        new EsoSdpProfile(),
        new HstX1dProfile(),
        new SdssProfile(),
        new PrimaryWcsTableProfile(),
        new TableProfile(),
        WcsImageProfile.linear(),
        WcsImageProfile.logarithmic(),
        new ErrorArrayProfile(),
        new LightCurveProfile(),
        new NoDataProfile(),
        new OtherAxisProfile(),
        new PictureProfile());
  }
}
