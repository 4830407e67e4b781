package org.novacat.spectral.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2ScanRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.spectral.SpectralStore;
import org.novacat.spectral.testing.SampleStore;
import org.novacat.zarr.FolderFiles;

/** The index leaves out no row that a filter lets pass. */
class IndexFilterTest {
  private static final int SPECTRA = 24;
  private static final int ROUNDS = Integer.getInteger("novacat.test.filters", 5);

  private static final List<String> LEAVES =
      List.of(
          "snr > 5.1f",
          "snr <= 0.1f",
          "snr = 7.1f",
          "snr <=> 3.1f",
          "snr > 5.1",
          "teff < 5010",
          "teff >= cast('NaN' as float)",
          "teff = cast('NaN' as float)",
          "teff != 5003",
          "isnan(teff)",
          "instrument = 'I1'",
          "instrument < 'I2'",
          "instrument IN ('I0', 'I2')",
          "instrument LIKE 'I%'",
          "instrument LIKE '%2'",
          "instrument LIKE '%1%'",
          "instrument IS NULL",
          "gaia_id > 1152921504606846990",
          "gaia_id = 1152921504606846977",
          "spec_id >= 's2'",
          "source_type = 'observed'",
          "teff IS NOT NULL",
          "note = ''",
          "note > 'x'",
          "row < 5",
          "zero = 0",
          "zero < 0",
          "zero >= -0.0D");

  @TempDir private Path folder;

  private Dataset<Row> store() {
    SampleStore sample = new SampleStore(SPECTRA, 4);
    SpectralStore.TENSORS.forEach(path -> sample.chunks(path, 2, 4));
    float[] teff = (float[]) sample.arrays.get("params/teff").values();
    teff[5] = Float.NaN;
    sample.index.get("teff").set(5, Double.NaN);
    sample.array("metadata/note", Collections.nCopies(SPECTRA, ""));
    sample.index.put("note", new ArrayList<>(Collections.nCopies(SPECTRA, null)));
    double[] zero = new double[SPECTRA];
    zero[3] = -0.0;
    sample.array("metadata/zero", zero);
    sample.index.put("zero", new ArrayList<>(Collections.nCopies(SPECTRA, 0.0)));
    sample.writeTo(new FolderFiles(folder.resolve("novae.zarr")));
    return LocalSpark.read(folder.resolve("novae.zarr"));
  }

  private static String filter(Random random, int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(4)) {
      case 1 -> "NOT (" + filter(random, depth - 1) + ")";
      case 2 -> "(" + filter(random, depth - 1) + " AND " + filter(random, depth - 1) + ")";
      case 3 -> "(" + filter(random, depth - 1) + " OR " + filter(random, depth - 1) + ")";
      default -> LEAVES.get(random.nextInt(LEAVES.size()));
    };
  }

  /** What Spark says of each row, in one query that pushes nothing down. */
  private static List<BitSet> passing(Dataset<Row> store, List<String> filters) {
    String[] columns = filters.toArray(String[]::new);
    List<BitSet> passing = filters.stream().map(filter -> new BitSet()).toList();
    List<Row> rows = store.orderBy("row").selectExpr(columns).collectAsList();
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < columns.length; i++) {
        passing.get(i).set(row, Boolean.TRUE.equals(rows.get(row).get(i)));
      }
    }
    return passing;
  }

  /** What the index leaves, row by row. */
  private BitSet left(Dataset<Row> store, String filter) {
    var leaf = store.where(filter).queryExecution().optimizedPlan().collectLeaves().head();
    // Spark knows by itself that what is never null is never null, and then scans nothing.
    if (!(leaf instanceof DataSourceV2ScanRelation relation)
        || !(relation.scan() instanceof SpectralScan scan)
        || scan.filters().isEmpty()) {
      BitSet all = new BitSet();
      all.set(0, SPECTRA);
      return all;
    }
    return scan.index().matching(scan.filters(), SPECTRA, 1);
  }

  @Test
  void rowThatPasses_isNeverLeftOut() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Dataset<Row> store = store();
    List<String> filters = new ArrayList<>(LEAVES);
    for (int round = 0; round < ROUNDS; round++) {
      filters.add(filter(random, 3));
    }

    List<BitSet> passing = passing(store, filters);

    for (int i = 0; i < filters.size(); i++) {
      BitSet lost = (BitSet) passing.get(i).clone();
      lost.andNot(left(store, filters.get(i)));
      assertThat(lost.isEmpty())
          .as("seed %s, filter %s loses rows %s", seed, filters.get(i), lost)
          .isTrue();
    }
  }

  @Test
  void rowThatDoesNotPass_isLeftOutWhereTheIndexTellsIt() {
    Dataset<Row> store = store();

    assertThat(left(store, "snr > 5.1f AND NOT instrument IN ('I0', 'I1')").stream())
        .containsExactly(8, 11, 14, 17, 20, 23);
    assertThat(left(store, "instrument LIKE '%2' OR spec_id = 's3'").cardinality()).isEqualTo(9);
    assertThat(left(store, "note > 'x'").cardinality()).isEqualTo(SPECTRA);
  }
}
