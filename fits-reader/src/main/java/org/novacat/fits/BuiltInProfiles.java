package org.novacat.fits;

import java.util.List;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.image.ArrayImages;
import org.novacat.fits.profile.image.EchelleImages;
import org.novacat.fits.profile.image.GoodmanImages;
import org.novacat.fits.profile.image.ImageSpectra;
import org.novacat.fits.profile.image.IrafProfiles;
import org.novacat.fits.profile.image.StarImages;
import org.novacat.fits.profile.image.SurveyImages;
import org.novacat.fits.profile.image.WcsImages;
import org.novacat.fits.profile.nospectrum.NotSpectra;
import org.novacat.fits.profile.table.ArmTables;
import org.novacat.fits.profile.table.IueProfiles;
import org.novacat.fits.profile.table.IvoaProfiles;
import org.novacat.fits.profile.table.PlainTables;
import org.novacat.fits.profile.table.PypeitTables;
import org.novacat.fits.profile.table.StsciProfiles;
import org.novacat.fits.profile.table.SurveyTables;

/** The list of all built-in profiles. Its order has no influence on the choice. */
final class BuiltInProfiles {
  private BuiltInProfiles() {}

  static List<Profile> all() {
    return List.of(
        StarImages.APOGEE,
        SurveyImages.APOGEE,
        WcsImages.BESS,
        StsciProfiles.CALSPEC,
        SurveyTables.DEEP2,
        SurveyImages.DESI,
        IvoaProfiles.ESO_SDP,
        GoodmanImages.GOODMAN,
        ArmTables.GOODMAN,
        EchelleImages.HARPS,
        ArrayImages.HDU_PER_ARRAY,
        EchelleImages.HPF,
        StsciProfiles.FUSE,
        StsciProfiles.HST_COADD,
        StsciProfiles.HST_X1D,
        ImageSpectra.HDUS,
        IrafProfiles.EQUISPEC,
        IrafProfiles.MULTISPEC,
        IueProfiles.MXHI,
        IueProfiles.MXLO,
        IvoaProfiles.SPECTRUM,
        IueProfiles.IUESIPS,
        StsciProfiles.JWST_X1D,
        SurveyImages.LAMOST,
        ArmTables.LAMOST,
        PypeitTables.ONE_SPEC,
        PypeitTables.SPEC1D,
        ArrayImages.POPLER,
        PlainTables.PRIMARY_WCS,
        ArrayImages.PYSPECKIT,
        SurveyTables.SDSS,
        SurveyImages.SP_SPEC,
        EchelleImages.SPEXTOOL,
        StarImages.SPRAT,
        PlainTables.TABLE,
        WcsImages.LINEAR,
        WcsImages.LOGARITHMIC,
        NotSpectra.ERROR_ARRAY,
        NotSpectra.LIGHT_CURVE,
        NotSpectra.NO_DATA,
        NotSpectra.OTHER_AXIS,
        NotSpectra.PICTURE);
  }
}
