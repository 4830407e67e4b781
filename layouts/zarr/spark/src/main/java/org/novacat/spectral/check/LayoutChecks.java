package org.novacat.spectral.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.DType;
import org.novacat.zarr.ZarrArray;

/** The rules on which groups and arrays there are, on their shapes and their types. */
final class LayoutChecks {
  private static final Pattern HEADER = Pattern.compile("[hH]\\d+_.*");
  private static final Pattern HEADER_NAME = Pattern.compile("h\\d+_[a-z0-9_]+");
  private static final Set<String> TEXTS =
      Set.of(
          SpectralStore.CONTINUUM_METHOD,
          SpectralStore.SPEC_ID,
          SpectralStore.SOURCE_TYPE,
          SpectralStore.FLUX_TYPE);

  private final Store store;
  private final Findings findings;

  private LayoutChecks(Store store, Findings findings) {
    this.store = store;
    this.findings = findings;
  }

  static void run(Store store, Expected expected, Findings findings) {
    LayoutChecks checks = new LayoutChecks(store, findings);
    checks.presence();
    checks.hierarchy();
    checks.shapes();
    checks.types();
    checks.headers();
    checks.representations();
    checks.spectra(expected);
  }

  private void presence() {
    for (String group : SpectralStore.REQUIRED_GROUPS) {
      if (!store.groups().containsKey(group)) {
        findings.fault(SpectralCheck.REQUIRED_GROUPS, "'%s' is no group".formatted(group));
      }
    }
    Stream.concat(
            SpectralStore.REQUIRED_TENSORS.stream(),
            Stream.of(SpectralStore.SIGNAL_WAVELENGTH, SpectralStore.CONTINUUM_METHOD))
        .filter(path -> !store.arrays().containsKey(path))
        .forEach(
            path ->
                findings.fault(SpectralCheck.REQUIRED_ARRAYS, "'%s' is no array".formatted(path)));
  }

  /** Unknown fields are allowed in a later minor version; trees of tensors are not. */
  private void hierarchy() {
    for (String group : store.groups().keySet()) {
      boolean below = SpectralStore.GROUPS.stream().anyMatch(g -> group.startsWith(g + "/"));
      if (below) {
        findings.fault(
            SpectralCheck.NO_HIERARCHY, "the group '%s' lies in another".formatted(group));
      }
    }
    for (ZarrArray array : store.arrays().values()) {
      boolean tensor = array.spec().shape().size() > 1;
      boolean elsewhere = SpectralStore.GROUPS.stream().noneMatch(g -> isIn(array, g));
      boolean deep = array.path().chars().filter(c -> c == '/').count() > 1;
      if (tensor && elsewhere && (deep || !store.isTensor(array))) {
        findings.fault(
            SpectralCheck.NO_HIERARCHY,
            "'%s' of shape %s is a tensor of its own"
                .formatted(array.path(), array.spec().shape()));
      }
    }
  }

  private static boolean isIn(ZarrArray array, String group) {
    return array.path().startsWith(group + "/");
  }

  private void shapes() {
    if (store.shape().isEmpty()) {
      shapesUnknown();
      return;
    }
    tensorShapes();
    store.array(SpectralStore.SIGNAL_WAVELENGTH).ifPresent(this::wavelengthShape);
    store
        .array(SpectralStore.CONTINUUM_METHOD)
        .ifPresent(method -> column(SpectralCheck.METHOD_SHAPE, method));
    store.in(SpectralStore.PARAMS).forEach(a -> column(SpectralCheck.PARAMS_SHAPES, a));
    store.in(SpectralStore.METADATA).forEach(a -> column(SpectralCheck.METADATA_SHAPES, a));
  }

  private void shapesUnknown() {
    store
        .array(SpectralStore.SIGNAL_FLUX_RAW)
        .ifPresent(
            flux ->
                findings.fault(
                    SpectralCheck.TENSOR_SHAPES,
                    "'%s' is %s".formatted(flux.path(), flux.spec().shape())));
    for (SpectralCheck check : needingShape()) {
      findings.notApplicable(check, "N_spec and N_pix are not known: signal/flux_raw is not there");
    }
  }

  /** Checks that hold something against the number of spectra. */
  private static List<SpectralCheck> needingShape() {
    return List.of(
        SpectralCheck.TENSOR_SHAPES,
        SpectralCheck.WAVELENGTH_SHAPE,
        SpectralCheck.METHOD_SHAPE,
        SpectralCheck.PARAMS_SHAPES,
        SpectralCheck.METADATA_SHAPES,
        SpectralCheck.EXPECTED_SPECTRA,
        SpectralCheck.FLUX_ROWS,
        SpectralCheck.INDEX_LENGTH,
        SpectralCheck.INDEX_SPEC_IDS,
        SpectralCheck.INDEX_VALUES);
  }

  private void tensorShapes() {
    store
        .spectral()
        .filter(array -> !array.path().equals(SpectralStore.SIGNAL_WAVELENGTH))
        .filter(
            array ->
                SpectralStore.TENSORS.contains(array.path()) || array.spec().shape().size() > 1)
        .filter(array -> !store.isTensor(array))
        .forEach(array -> shapeFault(SpectralCheck.TENSOR_SHAPES, array));
  }

  private void wavelengthShape(ZarrArray wavelength) {
    List<Long> shape = store.shape().orElseThrow();
    List<Long> own = wavelength.spec().shape();
    if (!own.equals(shape) && !own.equals(shape.subList(1, 2))) {
      shapeFault(SpectralCheck.WAVELENGTH_SHAPE, wavelength);
    }
  }

  private void column(SpectralCheck check, ZarrArray array) {
    if (!store.isColumn(array)) {
      shapeFault(check, array);
    }
  }

  private void shapeFault(SpectralCheck check, ZarrArray array) {
    findings.fault(
        check,
        "'%s' is %s, and signal/flux_raw %s"
            .formatted(array.path(), array.spec().shape(), store.shape().orElseThrow()));
  }

  private void types() {
    for (String path : SpectralStore.TENSORS) {
      store.array(path).ifPresent(this::floating);
    }
    store.array(SpectralStore.SIGNAL_WAVELENGTH).ifPresent(this::floating);
    store
        .array(SpectralStore.SIGNAL_FLUX_RAW)
        .filter(flux -> flux.spec().dtype().kind() == DType.Kind.FLOAT)
        .filter(flux -> flux.spec().dtype().itemSize() != Float.BYTES)
        .ifPresent(flux -> typeFault(SpectralCheck.FLUX_FLOAT32, flux));
    store
        .in(SpectralStore.PARAMS)
        .filter(array -> array.spec().dtype().isText())
        .forEach(array -> typeFault(SpectralCheck.PARAMS_TYPES, array));
    for (String path : TEXTS) {
      store.array(path).ifPresent(this::text);
    }
  }

  private void floating(ZarrArray array) {
    if (array.spec().dtype().kind() != DType.Kind.FLOAT) {
      typeFault(SpectralCheck.TENSOR_TYPES, array);
    }
  }

  private void text(ZarrArray array) {
    if (!array.spec().dtype().isText()) {
      typeFault(SpectralCheck.TEXT_TYPES, array);
    }
  }

  private void typeFault(SpectralCheck check, ZarrArray array) {
    findings.fault(
        check, "'%s' is of type %s".formatted(array.path(), array.spec().dtype().name()));
  }

  private void headers() {
    List<ZarrArray> fields =
        store
            .in(SpectralStore.METADATA)
            .filter(array -> HEADER.matcher(SpectralStore.name(array.path())).matches())
            .toList();
    if (fields.isEmpty()) {
      findings.notApplicable(SpectralCheck.HEADER_NAMES, "there are no header fields");
    }
    for (ZarrArray field : fields) {
      text(field);
      if (!HEADER_NAME.matcher(SpectralStore.name(field.path())).matches()) {
        findings.fault(SpectralCheck.HEADER_NAMES, "'%s' is no such name".formatted(field.path()));
      }
    }
  }

  private void representations() {
    boolean flux = store.arrays().containsKey(SpectralStore.NORMALIZED_FLUX);
    boolean uncertainty = store.arrays().containsKey(SpectralStore.NORMALIZED_UNCERTAINTY);
    if (!flux && !uncertainty) {
      findings.notApplicable(SpectralCheck.REPRESENTATIONS_PAIR, "there are no normalized spectra");
    } else if (!flux) {
      findings.fault(
          SpectralCheck.REPRESENTATIONS_PAIR,
          "'%s' is there without '%s'"
              .formatted(SpectralStore.NORMALIZED_UNCERTAINTY, SpectralStore.NORMALIZED_FLUX));
    }
  }

  private void spectra(Expected expected) {
    if (expected.spectra().isEmpty()) {
      findings.notApplicable(SpectralCheck.EXPECTED_SPECTRA, "nobody says how many to expect");
      return;
    }
    long wanted = expected.spectra().getAsLong();
    store
        .shape()
        .filter(shape -> shape.get(0) != wanted)
        .ifPresent(
            shape ->
                findings.fault(
                    SpectralCheck.EXPECTED_SPECTRA,
                    "N_spec is %s, and %s were expected".formatted(shape.get(0), wanted)));
  }
}
