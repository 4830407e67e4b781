package org.novacat.transforms.photometry.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.DataRights;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.Upload;
import org.novacat.layouts.testing.SharedData;
import org.novacat.transforms.photometry.band.BandAssertions;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.PhotometryReader;
import org.novacat.transforms.photometry.read.row.RowList;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;

/** Real files from bytes to the rows of a table. */
class RealRowsTest {
  private static final PhotometryReader READER =
      new PhotometryReader(ReadSettings.at(Instant.parse("2026-11-21T00:00:00Z")));

  /** What a file ends as: rows with a band, those of its table, and those without a band. */
  private record Ending(
      List<PhotometryRow> accepted,
      List<PhotometryRow> rows,
      List<RejectedRow> rejected,
      int measurements,
      int duplicates) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aavso_download_u_sco.csv | {AAVSO_Vis=156} | 1",
        "aavso_extended_antest.txt | {Generic_Ic=62, Generic_Rc=19, Generic_V=210} | 0",
        "atlas_fp_job01088.txt | {ATLAS_c=27, ATLAS_o=120} | 0",
        "dirty_notations.csv | {AAVSO_Vis=2, Generic_V=11} | 1",
        "ecsv_gammacat_tev30.ecsv | {Gamma_VHE=2} | 0",
        "ecsv_hessj0632_xray.ecsv | {Xray_0.3-10_keV=273} | 0",
        "gk_per_euro_bom_crlf.csv | {Generic_V=296} | 0",
        "kt_eri_munari_vizier.tsv | {Generic_B=118, Generic_Ic=156, Generic_Rc=113, Generic_V=157} | 0",
        "uvot_CSS140914_uvotB15.1.dat | {Swift_UVOT_B=7, Swift_UVOT_U=7, Swift_UVOT_UVM2=1,"
            + " Swift_UVOT_UVW1=8, Swift_UVOT_UVW2=1, Swift_UVOT_V=7} | 0",
        "v606vul_ztf_snad.csv | {ZTF_g=260, ZTF_i=8, ZTF_r=456} | 0",
        "xray_USco_fluxlc.qdp | {Xray_0.3-10_keV=361} | 0"
      })
  void realFile_endsInItsBands(String name, String bands, int withoutBand) throws IOException {
    Ending ending = end(name);

    Map<String, Integer> found = new TreeMap<>();
    ending.accepted().forEach(row -> found.merge(row.band().bandId(), 1, Integer::sum));
    assertThat(found).hasToString(bands);
    assertThat(ending.rejected()).hasSize(withoutBand);
  }

  /** No measurement of any file is lost: row, rejected, or duplicate. */
  @Test
  void everyMeasurementOfEveryFile_isARowOrRejectedOrADuplicate() throws IOException {
    int all = 0;
    for (Path file : files()) {
      Ending ending = end(file.getFileName().toString());
      all += ending.measurements();
      assertThat(ending.rows().size() + ending.rejected().size() + ending.duplicates())
          .as(file.getFileName().toString())
          .isEqualTo(ending.measurements());
    }
    assertThat(all).isGreaterThan(10_000);
  }

  /** A repaired date would lie in 2038. */
  @Test
  void gkPerOf1901_isIn1901() throws IOException {
    assertThat(end("gk_per_euro_bom_crlf.csv").rows())
        .allSatisfy(
            row -> {
              assertThat(row.measurement().epoch().mjd()).isBetween(15_000.0, 30_000.0);
              assertThat(row.baryTdbMjd()).isNull();
            });
  }

  @Test
  void limits_neverBecomeDetections() throws IOException {
    for (Path file : files()) {
      String name = file.getFileName().toString();
      List<Brightness> limits =
          read(name).stream().map(Measurement::brightness).filter(Brightness::isLimit).toList();
      Ending ending = end(name);
      long kept = ending.rows().stream().filter(RealRowsTest::isLimit).count();
      assertThat(kept).as(name).isLessThanOrEqualTo(limits.size());
      assertThat(kept + ending.duplicates() + ending.rejected().size())
          .as(name)
          .isGreaterThanOrEqualTo(limits.size());
    }
  }

  @Test
  void negativeMagnitudes_stay() throws IOException {
    assertThat(end("dirty_notations.csv").rows().stream())
        .extracting(row -> row.measurement().brightness().value())
        .contains(-0.5);
  }

  private static boolean isLimit(PhotometryRow row) {
    return row.measurement().brightness().isLimit();
  }

  private static Ending end(String name) throws IOException {
    List<PhotometryRow> accepted = new ArrayList<>();
    List<RejectedRow> rejected = new ArrayList<>();
    List<Measurement> measurements = new ArrayList<>();
    String format = read(name, measurements);
    ContentHash content = ContentHash.of(Files.readAllBytes(folder().resolve(name)));
    Upload upload =
        new Upload(
            IngestFileId.of(content),
            format,
            DataRights.PUBLIC,
            DataOrigin.OPERATOR_UPLOAD,
            "",
            false);
    for (Measurement measurement : measurements) {
      Rows.ASSEMBLER
          .assemble(
              measurement,
              Rows.NOVA,
              upload,
              new BandAssertions(sidecar(name).text(SidecarKey.BAND), sidecar(name).bands()))
          .match(row -> accepted.add(row.row()), row -> rejected.add(row.row()));
    }
    TableRows table = Rows.table(accepted);
    return new Ending(
        accepted, table.rows(), rejected, measurements.size(), table.duplicateCount());
  }

  private static List<Measurement> read(String name) throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    read(name, measurements);
    return measurements;
  }

  /** Reads a file; the format is "" when it is refused. */
  private static String read(String name, List<Measurement> to) throws IOException {
    byte[] bytes = Files.readAllBytes(folder().resolve(name));
    RowList rows = new RowList();
    PhotometryRead read =
        READER.read(
            org.novacat.transforms.photometry.read.upload.Upload.of(name, bytes)
                .with(sidecar(name)),
            rows);
    return read.match(
        done -> {
          to.addAll(rows.measurements());
          return done.understanding().format();
        },
        refused -> "");
  }

  private static Sidecar sidecar(String name) {
    return name.endsWith(".qdp") ? SidecarJson.parse("{\"t0\": 2450000.5}") : Sidecar.NONE;
  }

  private static Path folder() {
    return SharedData.photometry().resolve("files");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder())) {
      return all.filter(file -> !file.toString().endsWith(".fits")).sorted().toList();
    }
  }
}
