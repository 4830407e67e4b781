package org.novacat.transforms.photometry.read.format;

import static org.novacat.layouts.photometry.EpochSystem.HJD;
import static org.novacat.layouts.photometry.EpochSystem.JD;
import static org.novacat.layouts.photometry.EpochSystem.MJD_UTC;
import static org.novacat.layouts.photometry.TimeReference.GEO;
import static org.novacat.layouts.photometry.TimeReference.HELIO;
import static org.novacat.layouts.spectrum.TimeScale.UTC;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.text.Numbers;

/** Tables of surveys and archives, told by the names of their columns whatever the container. */
final class KnownTables {
  /** The download of the AAVSO, with the spelling of its header; the older one ends after 18. */
  private static final List<String> AAVSO =
      List.of(
          ("JD,Magnitude,Uncertainty,HQuncertainty,Band,Observer Code,Comment Code(s),"
                  + "Comp Star 1,Comp Star 2,Charts,Comments,Transfomed,Airmass,Validation Flag,"
                  + "Cmag,Kmag,HJD,Star Name,Observer Affiliation,Measurement Method,"
                  + "Grouping Method,ADS Reference,Digitizer,Credit")
              .split(","));

  private static final int AAVSO_OLD = 18;

  /** Columns that tell, and what they tell. */
  private record Known(String format, Set<String> columns, Conventions conventions) {}

  private static final Conventions AAVSO_MANUAL =
      Conventions.NONE
          .roles(
              "jd", Role.EPOCH,
              "hjd", Role.NONE,
              "magnitude", Role.VALUE,
              "uncertainty", Role.ERROR,
              "hquncertainty", Role.NONE,
              "starname", Role.OBJECT,
              "validationflag", Role.VALIDATION,
              "comments", Role.NOTES,
              "observercode", Role.OBSERVER,
              "band", Role.BAND,
              "adsreference", Role.REFERENCE)
          .time(TimeFrame.manual(JD, UTC, GEO, "the AAVSO counts JD in UT"));

  private static final TimeFrame MJD_OF_SURVEYS =
      TimeFrame.manual(MJD_UTC, UTC, GEO, "MJD in UTC, as the survey documents");

  private static final List<Known> KNOWN =
      List.of(
          new Known("aavso-download", Set.of("jd", "magnitude", "hquncertainty"), AAVSO_MANUAL),
          new Known(
              "asassn-v1",
              Set.of("hjd", "utdate", "camera", "fwhm", "limit", "mag", "magerr"),
              Conventions.NONE
                  .roles("hjd", Role.EPOCH, "utdate", Role.NONE, "limit", Role.LIMIT)
                  .time(TimeFrame.manual(HJD, UTC, HELIO, "Sky Patrol v1 counts HJD"))
                  .by("ASAS-SN", "")
                  .limits(0, 5)),
          new Known(
              "asassn-v2",
              Set.of("jd", "flux", "mag", "limit", "fwhm", "camera", "quality"),
              Conventions.NONE
                  .roles("jd", Role.EPOCH, "limit", Role.LIMIT, "asassnid", Role.NONE)
                  .time(TimeFrame.manual(JD, UTC, GEO, "Sky Patrol v2 counts JD"))
                  .by("ASAS-SN", "")
                  .limits(0, 5)),
          new Known(
              "atlas-forced",
              Set.of("mjd", "m", "dm", "ujy", "dujy", "f", "mag5sig"),
              Conventions.NONE
                  .roles(
                      "mjd", Role.EPOCH,
                      "m", Role.VALUE,
                      "dm", Role.ERROR,
                      "ujy", Role.FLUX,
                      "f", Role.BAND,
                      "mag5sig", Role.LIMIT,
                      "err", Role.QUALITY,
                      "obs", Role.NONE,
                      "sky", Role.NONE)
                  .time(MJD_OF_SURVEYS)
                  .by("ATLAS", "")
                  .limits(5, 5)),
          new Known(
              "ztf-irsa",
              Set.of("mjd", "mag", "magerr", "catflags", "filtercode"),
              Conventions.NONE
                  .roles(
                      "mjd", Role.EPOCH,
                      "hjd", Role.NONE,
                      "filtercode", Role.BAND,
                      "limitmag", Role.NONE)
                  .time(MJD_OF_SURVEYS)
                  .by("ZTF", "")),
          new Known(
              "ztf-snad",
              Set.of("oid", "filter", "mjd", "mag", "magerr", "clrcoeff"),
              Conventions.NONE
                  .roles("ref", Role.NONE, "referr", Role.NONE)
                  .time(MJD_OF_SURVEYS)
                  .by("ZTF", "")),
          new Known(
              "uvot-sousa",
              Set.of("filter", "mjd", "mag", "magerr", "3sigmaglim"),
              Conventions.NONE
                  .roles("3sigmaglim", Role.LIMIT, "rate", Role.NONE)
                  .time(MJD_OF_SURVEYS)
                  .by("Swift", "UVOT")
                  .limits(0, 3)));

  private static final Set<String> LIGHTKURVE =
      Set.of(
          "cadenceno", "sapquality", "centroidcol", "sapflux", "pdcsapflux", "fluxerr", "quality");

  private KnownTables() {}

  /** The same table with what its survey says of it; as it is when no survey knows it. */
  static RawTable recognised(RawTable table, TextUpload in) {
    return recognised(withAavsoNames(table), in.name());
  }

  static RawTable recognised(RawTable table, String fileName) {
    Set<String> names =
        table.columns().stream().map(UploadColumn::plain).collect(Collectors.toSet());
    for (Known known : KNOWN) {
      if (names.containsAll(known.columns)) {
        return table.as(known.format, known.conventions);
      }
    }
    boolean cadence = names.contains("time") && hasFlux(names);
    return cadence && names.stream().filter(LIGHTKURVE::contains).count() >= 2
        ? lightkurve(table, fileName)
        : table;
  }

  private static boolean hasFlux(Set<String> names) {
    return names.contains("flux") || names.contains("sapflux") || names.contains("pdcsapflux");
  }

  /** TESS or Kepler: the columns are the same, so the header or the name of the file tells. */
  private static RawTable lightkurve(RawTable table, String fileName) {
    String told = (fileName + " " + table.facts().values()).toLowerCase(Locale.ROOT);
    boolean tess = told.contains("tess");
    boolean kepler = told.contains("kepler") || told.contains("kplr") || told.contains("ktwo");
    Conventions said =
        Conventions.NONE
            .roles("time", Role.EPOCH, "quality", Role.QUALITY, "sapquality", Role.QUALITY)
            .flux(FluxUnits.INSTRUMENTAL, tess ? "TESS" : kepler ? "Kepler" : "");
    if (tess || kepler) {
      said = said.by(tess ? "TESS" : "Kepler", "").time(tess ? TimeFrame.BTJD : TimeFrame.BKJD);
    }
    boolean fits = table.format().startsWith("fits");
    return table.as(fits ? table.format() : "lightkurve-csv", said);
  }

  /** Gives the columns of a download without a header their names. */
  private static RawTable withAavsoNames(RawTable table) {
    int count = table.columns().size();
    if (!table.isHeaderless() || (count != AAVSO.size() && count != AAVSO_OLD)) {
      return table;
    }
    RowCursor row = table.rows().open();
    boolean download =
        row.next()
            && Numbers.parse(row.cell(0)) > 2_300_000
            && row.cell(11).matches("(?i)yes|no|")
            && row.cell(13).matches("[A-Z]?")
            && Double.isNaN(Numbers.parse(row.cell(17)));
    return download
        ? table.named(AAVSO.subList(0, count).stream().map(UploadColumn::named).toList())
        : table;
  }
}
