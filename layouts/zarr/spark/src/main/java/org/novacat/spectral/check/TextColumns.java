package org.novacat.spectral.check;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ZarrArray;

/** The rules on the columns of text that the contract knows. */
final class TextColumns {
  private static final Set<String> KNOWN =
      Set.of(
          SpectralStore.CONTINUUM_METHOD,
          SpectralStore.SPEC_ID,
          SpectralStore.SOURCE_TYPE,
          SpectralStore.FLUX_TYPE);

  /** Their hashes are in memory, 512 MiB. */
  private static final int MOST_IDS = 1 << 26;

  private final ZarrArray array;
  private final Findings findings;

  TextColumns(ZarrArray array, Findings findings) {
    this.array = array;
    this.findings = findings;
  }

  static boolean has(String path) {
    return KNOWN.contains(path);
  }

  void run(Scan scan) {
    switch (array.path()) {
      case SpectralStore.SPEC_ID -> ids(scan);
      case SpectralStore.SOURCE_TYPE ->
          scan.texts(oneOf(SpectralCheck.SOURCE_TYPES, SpectralStore.SOURCE_TYPES));
      case SpectralStore.FLUX_TYPE ->
          scan.texts(oneOf(SpectralCheck.FLUX_TYPES, SpectralStore.FLUX_TYPES));
      default -> scan.texts((row, text) -> present(SpectralCheck.METHOD_LABELS, row, text));
    }
  }

  private Scan.TextRule oneOf(SpectralCheck check, List<String> allowed) {
    return (row, text) -> {
      if (!allowed.contains(text)) {
        findings.row(check, row, "'%s'".formatted(text));
      }
    };
  }

  private void present(SpectralCheck check, long row, String text) {
    if (text.isBlank()) {
      findings.row(check, row, "'%s' is empty".formatted(array.path()));
    }
  }

  /** Eight bytes are kept of each; those that meet are looked at once more. */
  private void ids(Scan scan) {
    long rows = array.spec().shape().get(0);
    if (rows > MOST_IDS) {
      findings.fault(
          SpectralCheck.SPEC_IDS, "%s are more than are compared, %s".formatted(rows, MOST_IDS));
      scan.chunks();
      return;
    }
    long[] hashes = new long[(int) rows];
    scan.texts(
        (row, text) -> {
          present(SpectralCheck.SPEC_IDS, row, text);
          hashes[(int) row] = hash(text);
        });
    Arrays.sort(hashes);
    long[] met = repeated(hashes);
    if (met.length > 0) {
      again(met);
    }
  }

  private static long[] repeated(long[] sorted) {
    return IntStream.range(1, sorted.length)
        .filter(i -> sorted[i] == sorted[i - 1])
        .mapToLong(i -> sorted[i])
        .distinct()
        .toArray();
  }

  private void again(long[] met) {
    TreeMap<String, Long> first = new TreeMap<>();
    ColumnCursor cursor = new ColumnCursor(array);
    for (long row = 0; row < array.spec().shape().get(0); row++) {
      if (cursor.at(row) instanceof String text
          && !text.isBlank()
          && Arrays.binarySearch(met, hash(text)) >= 0) {
        Long earlier = first.putIfAbsent(text, row);
        if (earlier != null) {
          findings.row(
              SpectralCheck.SPEC_IDS,
              row,
              "'%s' is the one of row %s too".formatted(text, earlier));
        }
      }
    }
  }

  /** FNV-1a of 64 bits over the characters (Fowler, Noll and Vo, IETF draft). */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
