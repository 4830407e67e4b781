package org.novacat.spectral;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which versions of the contract are read: all of one major version, since minor ones only add. */
public final class SchemaVersion {
  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})(\\.\\d+)*");
  private static final String MAJOR = major(SpectralStore.SCHEMA_VERSION);

  private SchemaVersion() {}

  /**
   * Why a store of this {@code schema_version} is not read; empty when it is.
   *
   * @param found value of the root's attribute; null when it has none
   */
  public static Optional<String> refusal(@Nullable Object found) {
    if (found == null) {
      return Optional.of(
          "the root has no schema_version, and this reads '%s' (it is no spectral store, or was not finished)"
              .formatted(SpectralStore.SCHEMA_VERSION));
    }
    return MAJOR.equals(major(String.valueOf(found)))
        ? Optional.empty()
        : Optional.of(
            "schema_version is '%s', and this reads '%s' (use a reader of that major version)"
                .formatted(found, SpectralStore.SCHEMA_VERSION));
  }

  private static String major(String version) {
    Matcher parts = VERSION.matcher(version);
    return parts.matches() ? parts.group(1) : "";
  }
}
