package org.novacat.spectral.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.testing.Python;
import org.novacat.spectral.SpectralStore;
import org.novacat.spectral.check.CheckResult;
import org.novacat.spectral.check.Expected;
import org.novacat.spectral.check.SpectralCheck;
import org.novacat.spectral.check.SpectralValidator;
import org.novacat.spectral.check.ValidationReport;
import org.novacat.spectral.testing.IndexWriter;
import org.novacat.zarr.FolderFiles;

/**
 * A store that zarr-python wrote, with its own compression of texts, no {@code .zmetadata}, fill
 * values of 0 and one chunk a column, is read, and the validator says precisely what departs.
 */
class OtherWritersTest {
  private static final int ROWS = 7;

  @TempDir private Path folder;

  /** Texts of fixed length in UTF-8 and in UTF-32, and of any length. */
  @Test
  void storesOfZarrPython_areRead_andWhatDepartsIsSaid() {
    List<String> texts = List.of("S", "U", "vlen");
    List<String> arguments = new ArrayList<>(List.of(folder.toString()));
    arguments.addAll(texts);
    Python.with(
        "zarr", "python3-zarr", folder, OtherWritersTest.class, "other_writer.py", "", arguments);

    for (String kind : texts) {
      Path store = folder.resolve(kind + ".zarr");
      new FolderFiles(store).put(SpectralStore.INDEX, ByteBuffer.wrap(index()));
      rowsAreThoseOf(LocalSpark.read(store));
      departuresAreSaid(
          SpectralValidator.validate(new FolderFiles(store), Expected.named(store.toString())));
    }
  }

  private static byte[] index() {
    Map<String, List<?>> index = new LinkedHashMap<>();
    SpectralStore.INDEX_COLUMNS.forEach(c -> index.put(c, Collections.nCopies(ROWS, null)));
    index.put("spec_id", IntStream.range(0, ROWS).mapToObj(i -> "s" + i).toList());
    index.put("source_type", Collections.nCopies(ROWS, "observed"));
    index.put("snr", DoubleStream.iterate(0.25, s -> s + 1).limit(ROWS).boxed().toList());
    return IndexWriter.write(index);
  }

  private static void rowsAreThoseOf(Dataset<Row> store) {
    List<Row> rows = store.where("snr >= 2").orderBy("row").collectAsList();

    assertThat(rows)
        .extracting(r -> r.<String>getAs("spec_id"))
        .containsExactly("s2", "s3", "s4", "s5", "s6");
    assertThat(rows.get(0).getList(rows.get(0).fieldIndex("flux_raw")))
        .isEqualTo(List.of(11f, 12f, 13f, Float.NaN, 15f));
    assertThat(rows.get(1).getList(rows.get(1).fieldIndex("wavelength")))
        .isEqualTo(List.of(4015d, 4016d, 4017d, 4018d, 4019d));
    assertThat(rows.get(4).<String>getAs("h0_object"))
        .isEqualTo("V339 Del \u2014 \u00e96 \ud83c\udf1f");
    assertThat(rows.get(4).<Long>getAs("night")).isEqualTo(6);
    assertThat(rows.get(3).<Boolean>getAs("good")).isFalse();
  }

  private static void departuresAreSaid(ValidationReport report) {
    assertThat(report.ended(CheckResult.Outcome.FAILED))
        .as(report.text())
        .extracting(CheckResult::check)
        .containsExactly(SpectralCheck.TEXT_COMPRESSION);
    assertThat(report.result(SpectralCheck.TEXT_COMPRESSION).sentence())
        .contains("'continuum/method' has blosc lz4, clevel 5, shuffle");
    assertThat(report.ended(CheckResult.Outcome.NOT_APPLICABLE))
        .extracting(CheckResult::check)
        .containsExactly(
            SpectralCheck.CONSOLIDATED_METADATA,
            SpectralCheck.EXPECTED_SPECTRA,
            SpectralCheck.REPRESENTATIONS_PAIR,
            SpectralCheck.MANIFEST);
    assertThat(report.passed()).isTrue();
  }
}
