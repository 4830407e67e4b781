package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.novacat.fits.SeriesSummary;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.testing.SharedData;

/**
 * Each mode through Spark on the real files, compared with the reader that Spark knows nothing of.
 */
class ModesTest {
  private static final String NAME = "regexp_extract(_path, '[^/]*$', 0) AS file";

  private static Dataset<Row> corpus(String... options) {
    return LocalSpark.read(SharedData.fits().resolve("files"), options);
  }

  @Test
  void hdus_areThoseOfTheFiles() {
    Map<String, List<Row>> rows =
        corpus("mode", "hdus")
            .selectExpr(NAME, "_hdu", "name", "kind", "axes", "header", "data_bytes", "bitpix")
            .collectAsList()
            .stream()
            .collect(Collectors.groupingBy(r -> r.getString(0)));

    assertThat(rows).hasSize(67);
    for (RealFile file : Corpus.files()) {
      if (!file.expect().equals("malformed")) {
        compareHdus(file, rows.get(file.name()));
      }
    }
  }

  private static void compareHdus(RealFile file, List<Row> rows) {
    List<Hdu> hdus = FitsFile.open(file.bytes(), ReadLimits.DEFAULT).hdus();
    assertThat(rows).as(file.name()).hasSameSizeAs(hdus);
    for (Hdu hdu : hdus) {
      Row row = rows.get(hdu.index());
      Map<String, String> header = row.getJavaMap(5);
      assertThat(row.getInt(1)).isEqualTo(hdu.index());
      assertThat(row.isNullAt(2) ? "" : row.getString(2)).isEqualTo(hdu.name());
      assertThat(row.getString(3)).isEqualTo(hdu.kind().name());
      assertThat(row.<Long>getList(4)).hasSize(hdu.axes().length);
      assertThat(row.getLong(6)).isEqualTo(hdu.dataLength());
      assertThat(row.getInt(7)).isEqualTo(hdu.bitpix());
      header.forEach((keyword, value) -> compareCard(file, hdu, keyword, value));
    }
  }

  private static void compareCard(RealFile file, Hdu hdu, String keyword, String value) {
    if (!keyword.isEmpty() && !keyword.equals("COMMENT") && !keyword.equals("HISTORY")) {
      String name = hdu.header().has(keyword) ? keyword : "HIERARCH " + keyword;
      assertThat(value).as(file.name() + " " + keyword).isEqualTo(hdu.header().text(name));
    }
  }

  @Test
  void spectra_areThoseOfTheReader() {
    Map<String, List<Row>> rows =
        corpus("mode", "spectra")
            .selectExpr(
                NAME,
                "wavelength",
                "flux",
                "uncertainty",
                "mask",
                "profile",
                "object",
                "mjd",
                "medium",
                "flux_unit",
                "reason",
                "reason_code",
                "order",
                "_hdu")
            .collectAsList()
            .stream()
            .collect(Collectors.groupingBy(r -> r.getString(0)));

    assertThat(rows).hasSize(67);
    Map<String, Integer> counts = new HashMap<>();
    for (RealFile file : Corpus.files()) {
      List<Row> found = rows.get(file.name());
      SpectrumReader.standard()
          .read(file.name(), file.bytes())
          .match(
              read -> compareSpectra(file, read, found),
              rejected -> {
                assertThat(found).hasSize(1);
                assertThat(found.get(0).getString(10))
                    .isEqualTo(rejected.refusal().reason().name());
                assertThat(found.get(0).getString(11)).isEqualTo(rejected.refusal().detail());
                return counts.merge("rejected", 1, Integer::sum);
              });
    }
    assertThat(counts.get("rejected")).isPositive();
  }

  /** Orders that are left out are rows with a reason. */
  private static int compareSpectra(RealFile file, ReadResult.Read read, List<Row> all) {
    List<Row> left = all.stream().filter(row -> !row.isNullAt(10)).toList();
    List<Row> rows = all.stream().filter(row -> row.isNullAt(10)).toList();
    assertThat(left)
        .as(file.name())
        .extracting(row -> row.getInt(12))
        .containsExactlyElementsOf(
            read.refused().stream().map(ReadResult.RefusedOrder::order).toList());
    assertThat(rows.size()).as(file.name()).isEqualTo(read.spectra().size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      SourceSpectrum spectrum = read.spectra().get(i);
      assertSame(row.getList(1), spectrum.axis().values());
      assertSame(row.getList(2), spectrum.flux().values());
      assertThat(row.isNullAt(3)).isEqualTo(spectrum.uncertainty() == null);
      assertThat(row.isNullAt(4)).isEqualTo(spectrum.mask() == null);
      assertThat(row.getString(5)).isEqualTo(read.profile());
      assertThat(row.isNullAt(6) ? "" : row.getString(6)).isEqualTo(read.observation().object());
      assertThat(row.isNullAt(7)).isEqualTo(read.observation().time() == null);
      assertThat(row.getString(8)).isEqualTo(spectrum.axis().medium().name());
      assertThat(row.getInt(12)).isEqualTo(spectrum.order());
      assertThat(row.getInt(13)).isEqualTo(spectrum.hdu());
    }
    return rows.size();
  }

  private static void assertSame(List<Double> read, double[] expected) {
    double[] values = read.stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(SeriesSummary.of(values)).isEqualTo(SeriesSummary.of(expected));
  }

  @Test
  void table_byName_givesRowsOfSeveralFiles() {
    Row row =
        corpus("pathGlobFilter", "spec-*", "hdu", "COADD", "parseMode", "DROPMALFORMED")
            .selectExpr("count(*)", "sum(flux)", "count(distinct _path)", "min(_hdu)")
            .head();

    assertThat(row.getLong(0)).isEqualTo(directRows("COADD"));
    assertThat(row.getDouble(1)).isNotNaN();
    assertThat(row.getLong(2)).isEqualTo(3);
    assertThat(row.getInt(3)).isEqualTo(1);
  }

  private static long directRows(String name) {
    return Corpus.files().stream()
        .filter(file -> file.name().startsWith("spec-"))
        .flatMap(file -> FitsFile.open(file.bytes(), ReadLimits.DEFAULT).hdus().stream())
        .filter(hdu -> hdu.name().equals(name))
        .mapToLong(hdu -> hdu.axes()[1])
        .sum();
  }

  @Test
  void hash_isThatOfTheStoredFile() throws Exception {
    RealFile file = Corpus.file("spec-0266-51602-0031.fits.gz");
    String expected =
        java.util.HexFormat.of()
            .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(file.bytes()));

    for (String mode : List.of("hdus", "table", "spectra")) {
      Row row =
          LocalSpark.read(file.path(), "mode", mode)
              .selectExpr("_sha256", "_size", "_mtime IS NOT NULL")
              .distinct()
              .head();
      assertThat(row.getString(0)).as(mode).isEqualTo(expected);
      assertThat(row.getLong(1)).isEqualTo(file.bytes().length);
      assertThat(row.getBoolean(2)).isTrue();
    }
  }
}
