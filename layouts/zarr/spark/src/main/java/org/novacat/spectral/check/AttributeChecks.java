package org.novacat.spectral.check;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.spectral.SpectralStore;

/** The rules on attributes: provenance, units, and parameters, which have none and are none. */
final class AttributeChecks {
  /** Written by xarray to name dimensions; it says nothing of a parameter. */
  private static final String DIMENSIONS = "_ARRAY_DIMENSIONS";

  /** Names of parameters that the contract has, and others that are common in spectroscopy. */
  static final Set<String> PARAMETERS =
      Set.of(
          "teff",
          "logg",
          "feh",
          "fe_h",
          "m_h",
          "mh",
          "alpha_m",
          "alpha_fe",
          "vsini",
          "vmic",
          "vmac",
          "vrad",
          "rv",
          "radial_velocity",
          "redshift",
          "ebv");

  private final Store store;
  private final Findings findings;

  private AttributeChecks(Store store, Findings findings) {
    this.store = store;
    this.findings = findings;
  }

  static void run(Store store, Findings findings) {
    AttributeChecks checks = new AttributeChecks(store, findings);
    checks.root();
    checks.createdAt();
    checks.units();
    checks.params();
  }

  private void root() {
    for (String name : List.of("ingest_pipeline", "git_commit")) {
      if (blank(store.attributes().get(name))) {
        findings.fault(SpectralCheck.ROOT_ATTRIBUTES, "'%s' is missing or empty".formatted(name));
      }
    }
  }

  static boolean blank(@Nullable Object value) {
    return value == null || (value instanceof String text && text.isBlank());
  }

  private void createdAt() {
    Object value = store.attributes().get("created_at");
    if (!(value instanceof String text) || !isTime(text)) {
      findings.fault(
          SpectralCheck.CREATED_AT, "created_at is '%s'".formatted(value == null ? "" : value));
    }
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return isLocalTime(text);
    }
  }

  private static boolean isLocalTime(String text) {
    try {
      LocalDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void units() {
    store
        .spectral()
        .forEach(
            array -> {
              Object units = array.spec().attributes().get(SpectralStore.UNITS);
              if (!(units instanceof String text) || text.isBlank()) {
                findings.fault(
                    SpectralCheck.UNITS,
                    "'%s' has units '%s'".formatted(array.path(), units == null ? "" : units));
              }
            });
  }

  private void params() {
    Set<String> names = new HashSet<>(PARAMETERS);
    store.in(SpectralStore.PARAMS).forEach(a -> names.add(lower(SpectralStore.name(a.path()))));
    store
        .in(SpectralStore.PARAMS)
        .forEach(
            array ->
                array.spec().attributes().keySet().stream()
                    .filter(name -> !name.equals(DIMENSIONS))
                    .forEach(
                        name ->
                            findings.fault(
                                SpectralCheck.PARAMS_ATTRIBUTES,
                                "'%s' has '%s'".formatted(array.path(), name))));
    store.groups().forEach((path, group) -> asAttributes(path, group.attributes(), names));
    store.arrays().values().stream()
        .filter(array -> !array.path().startsWith(SpectralStore.PARAMS + "/"))
        .forEach(array -> asAttributes(array.path(), array.spec().attributes(), names));
  }

  private void asAttributes(String path, Map<String, Object> attributes, Set<String> parameters) {
    for (String name : attributes.keySet()) {
      if (parameters.contains(lower(name))) {
        findings.fault(
            SpectralCheck.PARAMETERS_AS_ATTRIBUTES,
            "'%s' is an attribute of '%s'".formatted(name, path.isEmpty() ? "/" : path));
      }
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
