package org.novacat.jobs.photometry.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.jobs.photometry.Readers;
import org.novacat.layouts.testing.SharedData;
import org.novacat.transforms.photometry.read.upload.Upload;

/**
 * Cells of the corpus' texts in columns, as our reader cuts them and as another cuts them. No file
 * differs in a cell.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndependentReaderTest {
  private final List<String> table = new ArrayList<>();

  /**
   * The other reader of each file: FastCSV with a delimiter, STIL with its format, or words from
   * the end of a line; and how many first lines besides comments are no rows.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aavso_download_u_sco.csv           | ,     | 0",
        "aavso_extended_20170504.txt        | ,     | 0",
        "aavso_extended_antest.txt          | ,     | 0",
        "atlas_fp_job01088.txt              | ascii | 0",
        "dirty_notations.csv                | ,     | 1",
        "ecsv_gammacat_tev30.ecsv           | ascii | 1",
        "ecsv_hessj0632_xray.ecsv           | ascii | 1",
        "gk_per_euro_bom_crlf.csv           | ;     | 1",
        "iar_cvnovag.csv                    | ,     | 1",
        "kt_eri_munari_vizier.tsv           | tab   | 3",
        "kt_eri_wide_sentinels.dat          | ascii | 1",
        "multi_nova_14.csv                  | ,     | 1",
        "no_mag_column.csv                  | ,     | 1",
        "rs_oph_aavso_download.csv          | ,     | 1",
        "strope_table2.dat                  | words 6 | 0",
        "three_novae_mrt.txt                | mrt   | 0",
        "u_sco_aavso_extended.txt           | ,     | 0",
        "uvot_ASASSN-15aj_uvotB15.1.dat     | ascii | 0",
        "uvot_CSS140914_uvotB15.1.dat       | ascii | 0",
        "v606vul_tess_mag.dat               | ascii | 0",
        "v606vul_tess_s14_bcksub.csv        | ,     | 1",
        "v606vul_ztf.ecsv                   | ecsv  | 0",
        "v606vul_ztf_g_preeruption.txt      | ascii | 0",
        "v606vul_ztf_r_postdustdip.txt      | ascii | 0",
        "v606vul_ztf_snad.csv               | ,     | 1",
        "xray_HVCet_fluxlc.qdp              | qdp   | 0",
        "xray_NovaLMC2009a_fluxlc.qdp       | qdp   | 0",
        "xray_RSOph_fluxlc.qdp              | qdp   | 0",
        "xray_TPyx_fluxlc.qdp               | qdp   | 0",
        "xray_USco_fluxlc.qdp               | qdp   | 0",
        "xray_V1280Sco_fluxlc.qdp           | qdp   | 0",
        "xray_V1281Sco_fluxlc.qdp           | qdp   | 0",
        "xray_V1369Cen_fluxlc.qdp           | qdp   | 0",
        "xray_V1974_Cyg_high.txt            | ascii | 1",
        "xray_V1974_Cyg_low.txt             | ascii | 1",
        "xray_V2362Cyg_fluxlc.qdp           | qdp   | 0",
        "xray_V2491Cyg_fluxlc.qdp           | qdp   | 0",
        "xray_V407Cyg_fluxlc.qdp            | qdp   | 0",
        "xray_V458Vul_fluxlc.qdp            | qdp   | 0",
        "xray_V549Vel_fluxlc.qdp            | qdp   | 0",
        "xray_V745DSco_fluxlc.qdp           | qdp   | 0",
        "xray_V959Mon_fluxlc.qdp            | qdp   | 0"
      })
  void cells_areThoseOfAnotherReader(String name, String reader, int headers) throws IOException {
    Path file = SharedData.photometry().resolve("files").resolve(name);
    List<List<String>> theirs = OtherReader.read(file, reader, headers);

    List<List<String>> ours = ours(file);

    List<String> differences = new ArrayList<>();
    int cells = 0;
    for (int row = 0; row < Math.min(ours.size(), theirs.size()); row++) {
      cells += compare(row, ours.get(row), theirs.get(row), differences);
    }
    table.add(
        String.format(
            Locale.ROOT,
            "%-34s %-10s %5d rows %6d cells, differences %d",
            name,
            reader,
            ours.size(),
            cells,
            differences.size()));
    assertThat(differences.stream().limit(10).toList()).isEmpty();
    assertThat(ours).hasSameSizeAs(theirs).isNotEmpty();
  }

  /** Compares the cells of a row; how many they were. */
  private static int compare(
      int row, List<String> ours, List<String> theirs, List<String> differences) {
    int cells = Math.max(ours.size(), theirs.size());
    for (int i = 0; i < cells; i++) {
      String our = i < ours.size() ? ours.get(i) : "";
      String their = i < theirs.size() ? theirs.get(i) : "";
      if (!OtherReader.areSame(our, their)) {
        differences.add("row %s, cell %s: '%s', '%s'".formatted(row + 1, i + 1, our, their));
      }
    }
    return cells;
  }

  /** All cells as our reader cuts them, before they mean anything. */
  private static List<List<String>> ours(Path file) throws IOException {
    List<Upload.Companion> companions = new ArrayList<>();
    Path readMe = Path.of(file.toString().replaceFirst("\\.dat$", ".ReadMe"));
    if (!readMe.equals(file) && Files.exists(readMe)) {
      companions.add(
          new Upload.Companion(String.valueOf(readMe.getFileName()), Files.readAllBytes(readMe)));
    }
    Upload plain = Upload.of(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    Upload upload = new Upload(plain.name(), plain.bytes(), plain.sidecar(), companions);
    byte[] excerpt =
        Readers.reader(Instant.parse("2026-11-28T00:00:00Z"), Long.MAX_VALUE)
            .excerpts(upload, 1, row -> 0)
            .get(0);
    return OtherReader.delimited(excerpt, ',', 1);
  }

  @Test
  void everyTextInColumns_isRead() throws IOException {
    Set<String> without =
        Set.of(
            "binary_junk.dat", // no text
            "empty.csv",
            "header_only.csv",
            "strope_table2.ReadMe", // no rows of its own
            "xray_N_LMC_2005_high.txt"); // all its rows are comments
    try (Stream<Path> files = Files.list(SharedData.photometry().resolve("files"))) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.matches(".*\\.(json|fits|vot)") && !without.contains(name))
          .forEach(name -> assertThat(listed()).contains(name));
    }
  }

  private static List<String> listed() {
    try {
      return Stream.of(
              IndependentReaderTest.class
                  .getDeclaredMethod(
                      "cells_areThoseOfAnotherReader", String.class, String.class, int.class)
                  .getAnnotation(CsvSource.class)
                  .value())
          .map(line -> line.substring(0, line.indexOf(' ')))
          .toList();
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  void printTable() {
    table.forEach(System.out::println);
  }
}
