package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.ASASSN_G;
import static org.novacat.jobs.samples.photometry.SampleBand.ATLAS_C;
import static org.novacat.jobs.samples.photometry.SampleBand.ATLAS_O;
import static org.novacat.jobs.samples.photometry.SampleBand.B;
import static org.novacat.jobs.samples.photometry.SampleBand.IC;
import static org.novacat.jobs.samples.photometry.SampleBand.RC;
import static org.novacat.jobs.samples.photometry.SampleBand.UVOT_U;
import static org.novacat.jobs.samples.photometry.SampleBand.UVW1;
import static org.novacat.jobs.samples.photometry.SampleBand.UVW2;
import static org.novacat.jobs.samples.photometry.SampleBand.V;
import static org.novacat.jobs.samples.photometry.SampleBand.VISUAL;
import static org.novacat.jobs.samples.photometry.SampleBand.ZTF_G;
import static org.novacat.jobs.samples.photometry.SampleBand.ZTF_R;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.novacat.jobs.samples.photometry.LightCurve.CurvePoint;

/**
 * The dialects of the archive that write one nova a file: what their observers do, and what they
 * call such a file.
 */
enum CurveFormat {
  AAVSO_EXTENDED(
      "AAVSO_%s_report.txt",
      lines(ObserverFiles.EXTENDED, ObserverFiles::aavsoExtended),
      new Campaign(List.of(B, V, IC), 40, 260, 2, 16.5, 0.01)),
  AAVSO_DOWNLOAD(
      "aavsodata_%s.csv",
      lines(ObserverFiles.DOWNLOAD, ObserverFiles::aavsoDownload),
      new Campaign(List.of(VISUAL, V), 50, 200, 2, 14, 0.1)),
  ASAS_SN(
      "asassn_%s.csv",
      lines(SurveyFiles.ASAS_SN, SurveyFiles::asasSn),
      new Campaign(List.of(ASASSN_G), 70, 700, 7, 17.2, 0.02)),
  ATLAS(
      "atlas_%s.txt",
      lines(SurveyFiles.ATLAS, SurveyFiles::atlas),
      new Campaign(List.of(ATLAS_O, ATLAS_C), 35, 900, 9, 19.4, 0.01)),
  ZTF(
      "ztf_%s.csv",
      lines(SurveyFiles.ZTF, SurveyFiles::ztf),
      new Campaign(List.of(ZTF_G, ZTF_R), 45, 900, 10, 20.6, 0.015)),
  UVOT(
      "uvot_%s.dat",
      lines(SurveyFiles.UVOT, SurveyFiles::uvot),
      new Campaign(List.of(UVW2, UVW1, UVOT_U), 20, 900, 9.5, 19.6, 0.04)),
  QDP(
      "xray_%s_fluxlc.qdp",
      lines("READ SERR 1 2\n", SurveyFiles::xrays), new Campaign(List.of(V), 60, 900, -30, 99, 0)),
  OPEN_CATALOG(
      "%s_catalog.json",
      CatalogFiles::openCatalog, new Campaign(List.of(B, V), 25, 150, 2, 15.5, 0.03)),
  VOTABLE(
      "%s_vri.vot",
      CatalogFiles::voTable, new Campaign(List.of(V, RC, IC), 30, 300, 2, 17.5, 0.008)),
  ECSV(
      "%s_bv.ecsv",
      lines(CatalogFiles.ECSV, CatalogFiles::ecsv),
      new Campaign(List.of(B, V), 35, 400, 2, 18, 0.01)),
  VIZIER(
      "vizier_%s.tsv",
      lines(CatalogFiles.VIZIER, CatalogFiles::vizier),
      new Campaign(List.of(B, V, RC, IC), 25, 250, 2, 17, 0.015)),
  EUROPEAN(
      "Beobachtungen %2$s.csv",
      lines(ObserverFiles.EUROPEAN, ObserverFiles::european),
      new Campaign(List.of(B, V), 30, 120, 2, 14.5, 0.05)),
  FITS("%s_lc.fits", CatalogFiles::fits, new Campaign(List.of(V, IC), 60, 350, 2, 18, 0.006));

  /** Those that have no word for a limit. */
  private static final Set<CurveFormat> DETECTIONS_ONLY = EnumSet.of(ZTF, VOTABLE, ECSV, FITS);

  private interface Writer {
    byte[] write(LightCurve curve, List<CurvePoint> seen, Random random);
  }

  private interface Line {
    String of(LightCurve curve, CurvePoint one, Random random);
  }

  private final String fileName;

  @SuppressWarnings("ImmutableEnumChecker") // a method
  private final Writer writer;

  @SuppressWarnings("ImmutableEnumChecker") // a list of bands that nobody changes
  private final Campaign campaign;

  CurveFormat(String fileName, Writer writer, Campaign campaign) {
    this.fileName = fileName;
    this.writer = writer;
    this.campaign = campaign;
  }

  Campaign campaign() {
    return campaign;
  }

  String fileName(LightCurve curve) {
    return fileName.formatted(curve.nova().name().replace(' ', '_'), curve.nova().name());
  }

  /**
   * A text of a line an observation.
   *
   * @param header may name the nova by {@code %s}
   */
  private static Writer lines(String header, Line line) {
    return (curve, seen, random) ->
        Text.table(header.formatted(curve.nova().name()), seen, one -> line.of(curve, one, random));
  }

  /** What such a file says of all that was seen, a measurement each. */
  List<CurvePoint> told(List<CurvePoint> seen) {
    return DETECTIONS_ONLY.contains(this)
        ? seen.stream().filter(one -> !one.limit()).toList()
        : seen;
  }

  byte[] write(LightCurve curve, List<CurvePoint> told, Random random) {
    return writer.write(curve, told, random);
  }
}
