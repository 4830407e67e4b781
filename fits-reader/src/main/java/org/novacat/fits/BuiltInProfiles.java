package org.novacat.fits;

import java.util.List;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.image.ApogeeVisitProfile;
import org.novacat.fits.profile.image.BessProfile;
import org.novacat.fits.profile.image.DesiProfile;
import org.novacat.fits.profile.image.ErrorArrayProfile;
import org.novacat.fits.profile.image.HarpsE2dsProfile;
import org.novacat.fits.profile.image.HduPerArrayProfile;
import org.novacat.fits.profile.image.HpfProfile;
import org.novacat.fits.profile.image.IrafEquispecProfile;
import org.novacat.fits.profile.image.IrafMultispecProfile;
import org.novacat.fits.profile.image.LamostProfile;
import org.novacat.fits.profile.image.PoplerProfile;
import org.novacat.fits.profile.image.PyspeckitProfile;
import org.novacat.fits.profile.image.SdssSpSpecProfile;
import org.novacat.fits.profile.image.SpextoolProfile;
import org.novacat.fits.profile.image.WcsImageProfile;
import org.novacat.fits.profile.nospectrum.LightCurveProfile;
import org.novacat.fits.profile.nospectrum.NoDataProfile;
import org.novacat.fits.profile.nospectrum.OtherAxisProfile;
import org.novacat.fits.profile.nospectrum.PictureProfile;
import org.novacat.fits.profile.table.CalspecProfile;
import org.novacat.fits.profile.table.Deep2Profile;
import org.novacat.fits.profile.table.EsoSdpProfile;
import org.novacat.fits.profile.table.HstCoaddProfile;
import org.novacat.fits.profile.table.HstX1dProfile;
import org.novacat.fits.profile.table.IueHighProfile;
import org.novacat.fits.profile.table.IueProfile;
import org.novacat.fits.profile.table.IuesipsProfile;
import org.novacat.fits.profile.table.IvoaSpectrumProfile;
import org.novacat.fits.profile.table.JwstX1dProfile;
import org.novacat.fits.profile.table.PrimaryWcsTableProfile;
import org.novacat.fits.profile.table.SdssProfile;
import org.novacat.fits.profile.table.TableProfile;

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
