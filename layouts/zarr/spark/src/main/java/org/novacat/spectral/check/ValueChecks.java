package org.novacat.spectral.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.DType;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.ZarrFiles;

/** The rules on values: every chunk of every array is read, once. */
final class ValueChecks {
  /**
   * A shape that lies has chunks without end, none of them stored. Of a store that does not lie
   * most are; a small one may well have none of some arrays.
   */
  private static final int FEW_CHUNKS = 1000;

  private static final int CHUNKS_AN_OBJECT = 10;

  private final Findings findings;

  private ValueChecks(Findings findings) {
    this.findings = findings;
  }

  static void run(Store store, Findings findings) {
    double most = FEW_CHUNKS + (double) CHUNKS_AN_OBJECT * objects(store);
    List<ZarrArray> honest =
        store.arrays().values().stream().filter(array -> chunks(array) <= most).toList();
    store.arrays().values().stream()
        .filter(array -> chunks(array) > most)
        .forEach(
            array ->
                findings.fault(
                    SpectralCheck.CHUNKS_DECODE,
                    "'%s' of shape %s is not read: it has far more chunks than the store has objects"
                        .formatted(array.path(), array.spec().shape())));
    ValueChecks checks = new ValueChecks(findings);
    honest.forEach(array -> checks.scan(array, new Scan(array, findings)));
    UnitCheck.run(store, honest, findings);
  }

  private static double chunks(ZarrArray array) {
    return array.gridShape().stream().mapToDouble(n -> n).reduce(1, (a, b) -> a * b);
  }

  private static long objects(Store store) {
    try (Stream<ZarrFiles.Entry> all = store.files().list("")) {
      return all.count();
    }
  }

  private void scan(ZarrArray array, Scan scan) {
    String path = array.path();
    boolean text = array.spec().dtype().isText();
    int axes = array.spec().shape().size();
    if (path.equals(SpectralStore.SIGNAL_WAVELENGTH) && !text && (axes == 1 || axes == 2)) {
      scan.samples(List.of(new WavelengthRule(findings, axes == 1)));
    } else if (axes == 2 && !text && isSpectral(path)) {
      scan.samples(sampleRules(array));
    } else if (axes == 1 && text && TextColumns.has(path)) {
      new TextColumns(array, findings).run(scan);
    } else if (axes == 1 && !text && isIn(path, SpectralStore.PARAMS)) {
      scan.numbers(sentinels(SpectralCheck.PARAMS_SENTINELS, path));
    } else if (axes == 1 && isNumberOfMetadata(array)) {
      scan.numbers(sentinels(SpectralCheck.METADATA_SENTINELS, path));
    } else {
      scan.chunks();
    }
  }

  private static boolean isNumberOfMetadata(ZarrArray array) {
    DType type = array.spec().dtype();
    return !type.isText()
        && type.kind() != DType.Kind.BOOLEAN
        && isIn(array.path(), SpectralStore.METADATA);
  }

  private static boolean isIn(String path, String group) {
    return path.startsWith(group + "/");
  }

  private static boolean isSpectral(String path) {
    return isIn(path, SpectralStore.SIGNAL)
        || isIn(path, SpectralStore.CONTINUUM)
        || isIn(path, SpectralStore.REPRESENTATIONS);
  }

  private List<Scan.SampleRule> sampleRules(ZarrArray array) {
    List<Scan.SampleRule> rules = new ArrayList<>();
    if (array.spec().dtype().kind() == DType.Kind.FLOAT) {
      rules.add(new SentinelRule(findings, array.path()));
    }
    if (array.path().equals(SpectralStore.SIGNAL_FLUX_RAW)) {
      rules.add(new FluxRowRule(findings));
    }
    return rules;
  }

  private Scan.NumberRule sentinels(SpectralCheck check, String path) {
    boolean params = check == SpectralCheck.PARAMS_SENTINELS;
    return (row, value) -> {
      if (params ? Sentinels.isParameter(value) : Sentinels.isOther(value)) {
        findings.row(check, row, "'%s' is %s".formatted(path, value));
      }
    };
  }

  /** What must be text and be there: absence is told here, since there is nothing to scan. */
  static void presence(Store store, Findings findings) {
    Map<String, SpectralCheck> required =
        Map.of(
            SpectralStore.SPEC_ID, SpectralCheck.SPEC_IDS,
            SpectralStore.SOURCE_TYPE, SpectralCheck.SOURCE_TYPES,
            SpectralStore.FLUX_TYPE, SpectralCheck.FLUX_TYPES);
    required.forEach(
        (path, check) -> {
          if (!store.arrays().containsKey(path)) {
            findings.fault(check, "'%s' is not there".formatted(path));
          }
        });
  }
}
