package org.novacat.spectral.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.spectral.ColumnNames;
import org.novacat.spectral.SpectralException;
import org.novacat.spectral.SpectralStore;
import org.novacat.spectral.index.ColumnKind;
import org.novacat.spectral.index.IndexReader;
import org.novacat.zarr.ZarrArray;

/** The rules on {@code index.parquet}; it is walked together with the arrays that it repeats. */
final class IndexChecks {
  private static final List<SpectralCheck> INSIDE =
      List.of(
          SpectralCheck.INDEX_LENGTH,
          SpectralCheck.INDEX_COLUMNS,
          SpectralCheck.INDEX_SPEC_IDS,
          SpectralCheck.INDEX_VALUES);

  private final Store store;
  private final Findings findings;

  private IndexChecks(Store store, Findings findings) {
    this.store = store;
    this.findings = findings;
  }

  static void run(Store store, Findings findings) {
    IndexChecks checks = new IndexChecks(store, findings);
    Optional<byte[]> content = store.files().read(SpectralStore.INDEX);
    if (content.isEmpty()) {
      checks.unreadable("'%s' is not there".formatted(SpectralStore.INDEX));
      return;
    }
    try (IndexReader index = IndexReader.open(content.get())) {
      checks.columns(index);
      checks.rows(index);
    } catch (SpectralException e) {
      checks.unreadable(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close index", e);
    }
  }

  private void unreadable(String why) {
    findings.fault(SpectralCheck.INDEX, why);
    INSIDE.forEach(check -> findings.notApplicable(check, "index.parquet cannot be read"));
  }

  private void columns(IndexReader index) {
    for (String column : SpectralStore.INDEX_COLUMNS) {
      if (!index.columns().containsKey(column)) {
        findings.fault(SpectralCheck.INDEX_COLUMNS, "'%s' is no column".formatted(column));
      }
    }
  }

  private void rows(IndexReader index) {
    if (store.shape().isEmpty()) {
      return;
    }
    long spectra = store.shape().get().get(0);
    if (index.rows() == spectra) {
      together(index, pairs(index));
    } else {
      findings.fault(
          SpectralCheck.INDEX_LENGTH,
          "it has %s rows, and N_spec is %s".formatted(index.rows(), spectra));
      String why = "index.parquet has another length";
      findings.notApplicable(SpectralCheck.INDEX_SPEC_IDS, why);
      findings.notApplicable(SpectralCheck.INDEX_VALUES, why);
    }
  }

  private void together(IndexReader index, List<Pair> pairs) {
    if (pairs.stream().noneMatch(pair -> pair.check() == SpectralCheck.INDEX_SPEC_IDS)) {
      findings.notApplicable(
          SpectralCheck.INDEX_SPEC_IDS, "there is no text spec_id in both, index and metadata");
    }
    index.read(
        pairs.stream().map(Pair::name).toList(),
        (row, values) -> {
          for (int i = 0; i < values.length; i++) {
            compare(pairs.get(i), row, values[i]);
          }
        });
  }

  private void compare(Pair pair, long row, @Nullable Object told) {
    Object stored = pair.cursor().at(row);
    if (stored != null && !pair.same(told, stored)) {
      findings.row(
          pair.check(),
          row,
          "%s is '%s' in the index, and '%s'".formatted(pair.name(), told, stored));
    }
  }

  private List<Pair> pairs(IndexReader index) {
    List<Pair> pairs = new ArrayList<>();
    ColumnNames.of(candidates().map(ZarrArray::path).toList())
        .forEach(
            (path, name) -> {
              ZarrArray array = store.arrays().get(path);
              ColumnKind kind = index.columns().getOrDefault(name, ColumnKind.OTHER);
              if (array != null && store.isColumn(array) && kind != ColumnKind.OTHER) {
                pair(path, name, kind, array, pairs);
              }
            });
    return pairs;
  }

  /** The arrays that may be columns; one of another length would only take a name from them. */
  private Stream<ZarrArray> candidates() {
    return store.arrays().values().stream()
        .filter(
            array ->
                store.isColumn(array)
                    || store.isTensor(array)
                    || array.path().equals(SpectralStore.SIGNAL_WAVELENGTH));
  }

  private void pair(String path, String name, ColumnKind kind, ZarrArray array, List<Pair> pairs) {
    boolean text = array.spec().dtype().isText();
    SpectralCheck check =
        path.equals(SpectralStore.SPEC_ID)
            ? SpectralCheck.INDEX_SPEC_IDS
            : SpectralCheck.INDEX_VALUES;
    if (text == (kind == ColumnKind.TEXT)) {
      pairs.add(new Pair(name, check, kind, new ColumnCursor(array)));
    } else {
      findings.fault(
          check,
          "'%s' is %s in the index, and %s".formatted(name, kind, array.spec().dtype().name()));
    }
  }

  /**
   * A column of the index and the array that it repeats.
   *
   * @param check that is failed where they differ
   */
  private record Pair(String name, SpectralCheck check, ColumnKind kind, ColumnCursor cursor) {
    boolean same(@Nullable Object told, Object stored) {
      if (stored instanceof String text) {
        return told == null ? text.isEmpty() : told.equals(text);
      }
      if (stored instanceof Long whole) {
        return told != null && isWhole(told, whole);
      }
      double value = (Double) stored;
      double number = told instanceof Number n ? n.doubleValue() : Double.NaN;
      boolean narrow = kind == ColumnKind.FLOAT || cursor.type().itemSize() <= Float.BYTES;
      // Adding 0 makes -0 and 0 equal; NaN is NaN.
      return narrow
          ? Float.compare((float) number + 0f, (float) value + 0f) == 0
          : Double.compare(number + 0.0, value + 0.0) == 0;
    }

    private static boolean isWhole(Object told, long whole) {
      if (told instanceof Boolean truth) {
        return whole == (truth ? 1 : 0);
      }
      if (told instanceof Long number) {
        return number == whole;
      }
      return told instanceof Number inexact && inexact.doubleValue() == whole;
    }
  }
}
