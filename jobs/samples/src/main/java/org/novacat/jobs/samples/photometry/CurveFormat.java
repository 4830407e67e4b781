package org.novacat.jobs.samples.photometry;

/** The dialects of the archive that write one nova a file. */
enum CurveFormat {
  AAVSO_EXTENDED(new AavsoExtendedDialect()),
  AAVSO_DOWNLOAD(new AavsoDownload()),
  ASAS_SN(new AsasSn()),
  ATLAS(new Atlas()),
  ZTF(new Ztf()),
  UVOT(new Uvot()),
  QDP(new XrayQdp()),
  OPEN_CATALOG(new OpenCatalogJson()),
  VOTABLE(new VoTableDialect()),
  ECSV(new EcsvDialect()),
  VIZIER(new VizierTsv()),
  EUROPEAN(new EuropeanCsv()),
  FITS(new FitsCurve());

  @SuppressWarnings("ImmutableEnumChecker") // the dialects have no state
  private final Dialect dialect;

  CurveFormat(Dialect dialect) {
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }
}
