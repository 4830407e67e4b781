package org.novacat.spectral.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.novacat.spectral.SpectralException;
import org.novacat.spectral.testing.IndexWriter;

/** The index is read by columns, row by row. */
class IndexReaderTest {
  private static byte[] sample() {
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("spec_id", List.of("a", "b", "\u00e9"));
    columns.put("teff", Arrays.asList(5000.5, null, Double.NaN));
    columns.put("snr", List.of(0.1f, 2f, 3f));
    columns.put("gaia_id", Arrays.asList(1L << 60, null, -3L));
    columns.put("good", Arrays.asList(true, false, null));
    return IndexWriter.write(columns);
  }

  private static List<List<Object>> rows(byte[] file, String... names) throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    try (IndexReader index = IndexReader.open(file)) {
      index.read(
          List.of(names),
          (number, values) -> {
            assertThat(number).isEqualTo(rows.size());
            rows.add(new ArrayList<>(Arrays.asList(values)));
          });
    }
    return rows;
  }

  @Test
  void columns_areReadByNameInTheOrderThatIsAsked() throws Exception {
    assertThat(rows(sample(), "gaia_id", "spec_id"))
        .containsExactly(List.of(1L << 60, "a"), Arrays.asList(null, "b"), List.of(-3L, "\u00e9"));
    assertThat(rows(sample(), "teff", "snr", "good"))
        .containsExactly(
            List.of(5000.5, 0.1f, true),
            Arrays.asList(null, 2f, false),
            Arrays.asList(Double.NaN, 3f, null));
  }

  @Test
  void kindsAndLength_areThoseOfTheFile() throws Exception {
    try (IndexReader index = IndexReader.open(sample())) {
      assertThat(index.rows()).isEqualTo(3);
      assertThat(index.columns())
          .containsExactly(
              Map.entry("spec_id", ColumnKind.TEXT),
              Map.entry("teff", ColumnKind.DOUBLE),
              Map.entry("snr", ColumnKind.FLOAT),
              Map.entry("gaia_id", ColumnKind.INTEGER),
              Map.entry("good", ColumnKind.BOOLEAN));
    }
  }

  @Test
  void columnThatIsNotThere_isRefused() throws Exception {
    try (IndexReader index = IndexReader.open(sample())) {
      assertThatThrownBy(() -> index.read(List.of("logg"), (number, values) -> {}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Cannot read column 'logg' of index.parquet");
    }
  }

  @Test
  void rowsOfSeveralGroups_areCountedThrough() throws Exception {
    int rows = 30_000;
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("n", LongStream.range(0, rows).boxed().toList());
    columns.put("s", IntStream.range(0, rows).mapToObj(i -> "spectrum " + i * 7919).toList());

    List<List<Object>> read = rows(IndexWriter.write(columns, 64 << 10), "n", "s");

    assertThat(read).hasSize(rows);
    assertThat(read.get(29_999)).isEqualTo(List.of(29_999L, "spectrum " + 29_999 * 7919));
  }

  @Test
  void fileThatIsNone_isRefused() {
    for (byte[] file : List.of(new byte[0], new byte[100], "PAR1PAR1".getBytes(UTF_8))) {
      assertThatThrownBy(() -> IndexReader.open(file))
          .isInstanceOf(SpectralException.class)
          .hasMessageStartingWith("Cannot read index.parquet: ");
    }
  }

  @Test
  void columnThatIsLongerThanTheFile_isRefusedBeforeItIsRead() {
    Map<String, List<?>> columns = new LinkedHashMap<>();
    Random random = new Random(1);
    columns.put("n", random.longs(5000).boxed().toList());
    byte[] whole = IndexWriter.write(columns);
    byte[] cut = Arrays.copyOf("PAR1".getBytes(UTF_8), 3000);
    System.arraycopy(whole, whole.length - 2996, cut, 4, 2996);

    assertThatThrownBy(() -> IndexReader.open(cut))
        .isInstanceOf(SpectralException.class)
        .hasMessageContaining("column '[n]' has")
        .hasMessageContaining("bytes at 4 of 3000");
  }

  /** A footer that claims columns beyond the file would have their length asked of the heap. */
  @Test
  void damagedFile_isRefusedOrRead_andNeverAnythingElse() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("spec_id", Collections.nCopies(500, "a"));
    columns.put("teff", Collections.nCopies(500, 1.5));
    byte[] whole = IndexWriter.write(columns);
    for (int round = 0; round < 500; round++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      assertReadOrRefused(damaged, "seed " + seed + ", round " + round);
    }
  }

  private static void assertReadOrRefused(byte[] file, String which) {
    try {
      rows(file, "spec_id", "teff");
    } catch (SpectralException | IllegalArgumentException e) {
      assertThat(e).as(which).hasMessageContaining("index.parquet");
    } catch (Throwable e) {
      throw new AssertionError(which, e);
    }
  }
}
