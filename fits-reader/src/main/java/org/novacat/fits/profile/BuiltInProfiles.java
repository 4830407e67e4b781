package org.novacat.fits.profile;

import java.util.List;

/** The list of all built-in profiles. Its order has no influence on the choice. */
final class BuiltInProfiles {
  private BuiltInProfiles() {}

  static List<Profile> all() {
    return List.of(
        new ApogeeVisitProfile(),
        new BessProfile(),
        new CalspecProfile(),
        new Deep2Profile(),
        new DesiProfile(),
        new EsoSdpProfile(),
        new HarpsE2dsProfile(),
        new HduPerArrayProfile(),
        new HpfProfile(),
        new HstCoaddProfile(),
        new HstX1dProfile(),
        new IrafEquispecProfile(),
        new IrafMultispecProfile(),
        new IueHighProfile(),
        new IueProfile(),
        new IvoaSpectrumProfile(),
        new IuesipsProfile(),
        new JwstX1dProfile(),
        new LamostProfile(),
        new PoplerProfile(),
        new PrimaryWcsTableProfile(),
        new PyspeckitProfile(),
        new SdssProfile(),
        new SdssSpSpecProfile(),
        new SpextoolProfile(),
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
