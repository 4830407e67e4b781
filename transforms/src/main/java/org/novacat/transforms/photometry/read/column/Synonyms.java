package org.novacat.transforms.photometry.read.column;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What columns are called (photometry specification, section 7), in {@linkplain
 * UploadColumn#plain() plain} letters. The order is that of preference where two columns could have
 * one role.
 */
public final class Synonyms {
  private static final Map<Role, List<String>> NAMES = new LinkedHashMap<>();

  static {
    put(
        Role.EPOCH,
        "jd hjd bjd mjd time t date obstime juliandate btjd bkjd day days epoch dateobs obsdate"
            + " juliansdatum julianischesdatum julianday modifiedjuliandate heliocentricjuliandate"
            + " barycentricjuliandate datetime utdate dateut ut");
    put(Role.EPOCH_START, "timemin tstart timestart mjdstart jdstart startmjd start tmin");
    put(Role.EPOCH_END, "timemax tstop tend timeend mjdend jdend endmjd end stop tmax");
    put(Role.VALUE, "mag magnitude m appmag brightness helligkeit psfmag calmag");
    put(
        Role.FLUX,
        "flux fluxdensity fluxmjy ujy fluxjy sapflux pdcsapflux rate countrate fluxujy"
            + " forcediffimflux");
    put(
        Role.BAND,
        "band filter filt flt passband bandpass f bande photfilter filtercode frequency energy");
    put(
        Role.LIMIT,
        "lmag limit lim ul upperlimit maglim mag5sig 3sigmaglim nondet limitingmag limmag diffmaglim");
    put(Role.OBJECT, "objectname object name starname star nova target obj objekt sourcename");
    put(Role.OBSERVER, "observer obs obscode observercode");
    put(Role.TELESCOPE, "telescope tel site");
    put(Role.INSTRUMENT, "instrument inst camera detector");
    put(Role.REFERENCE, "bibcode ref reference source bib adsreference");
    put(Role.QUALITY, "quality flag qflag catflags");
    put(Role.VALIDATION, "validationflag");
    put(Role.NOTES, "notes note comments comment remark remarks bemerkung");
    put(Role.BOUND_LOW, "fluxdown fluxlow magdown");
    put(Role.BOUND_HIGH, "fluxup fluxhigh magup");
    put(Role.ENERGY_ABOVE, "emin energymin eth ethreshold");
  }

  /** Names of errors that do not say of what. */
  public static final List<String> ERRORS =
      List.of(
          ("err error emag magerr merr sigma dm dmag uncertainty unc uncert fehler dujy"
                  + " magerror magnitudeerror sig stderr fluxerr fluxerror eflux erate rateerr"
                  + " sigmag errmag magunc")
              .split(" "));

  /** Beside the names of epochs. */
  private static final Set<String> PARTS_OF_TIME =
      Set.of("utc timeut uttime timeutc utctime hour clock timeobs uhrzeit".split(" "));

  private Synonyms() {}

  private static void put(Role role, String names) {
    NAMES.put(role, List.of(names.split(" ")));
  }

  /** Roles in the order in which they choose. */
  public static Iterable<Role> roles() {
    return NAMES.keySet();
  }

  /** The rank of a plain name for a role, from 0; −1 when it is no name of it. */
  public static int rank(Role role, String plain) {
    return NAMES.getOrDefault(role, List.of()).indexOf(plain);
  }

  /** The first role that a plain name could have; NONE when it is no name of any. */
  public static Role roleOf(String plain) {
    for (Map.Entry<Role, List<String>> names : NAMES.entrySet()) {
      if (names.getValue().contains(plain)) {
        return names.getKey();
      }
    }
    return Role.NONE;
  }

  /** Whether a column of this name may hold dates, or times of day. */
  public static boolean isPartOfTime(String plain) {
    return rank(Role.EPOCH, plain) >= 0 || PARTS_OF_TIME.contains(plain);
  }

  /** Whether one of the columns is a time, which makes a line of words a header. */
  public static boolean nameATime(List<UploadColumn> columns) {
    return columns.stream()
        .anyMatch(c -> rank(Role.EPOCH, c.plain()) >= 0 || TimeFrames.named(c.label()) != null);
  }
}
