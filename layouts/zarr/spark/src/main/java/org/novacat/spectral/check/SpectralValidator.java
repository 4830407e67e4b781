package org.novacat.spectral.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.spectral.SchemaVersion;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ZarrException;
import org.novacat.zarr.ZarrFiles;

/**
 * Checks a store against the data contract by what is stored: every chunk is read. What is at fault
 * in the store is in the report; only what keeps it from being read at all, such as a disk that
 * fails, is thrown. Memory holds some chunks, eight bytes and some bits a spectrum, and the index
 * as it is stored.
 */
public final class SpectralValidator {
  private SpectralValidator() {}

  /** Checks a store of which nothing more is known. */
  public static ValidationReport validate(ZarrFiles files) {
    return validate(files, Expected.NOTHING);
  }

  /** Checks a store against the contract, and against what the caller knows of it. */
  public static ValidationReport validate(ZarrFiles files, Expected expected) {
    Findings findings = new Findings();
    CheckedFiles checked = new CheckedFiles(files, findings);
    name(expected.name(), checked.hasManifest(), findings);
    try {
      Store store = Store.open(checked, (path, e) -> findings.fault(SpectralCheck.STORE_OPENS, e));
      inside(store, expected, findings);
      store.shape().ifPresent(shape -> checked.compareSpectra(shape.get(0)));
    } catch (ZarrException e) {
      findings.fault(SpectralCheck.STORE_OPENS, e);
      findings.restNotApplicable("the store cannot be opened");
    }
    checked.finish();
    return findings.report();
  }

  /** A store that is being written has its name, and one that is published another. */
  private static void name(@Nullable String name, boolean published, Findings findings) {
    if (name == null) {
      findings.notApplicable(SpectralCheck.STORE_NAME, "its name is not known");
    } else if (name.endsWith(".tmp") && !published) {
      findings.notApplicable(SpectralCheck.STORE_NAME, "it is not published yet");
    } else if (name.endsWith(".tmp")) {
      findings.fault(
          SpectralCheck.STORE_NAME, "'%s' has a manifest, as if it were published".formatted(name));
    } else if (!name.endsWith(".zarr")) {
      findings.fault(SpectralCheck.STORE_NAME, "'%s' does not end with .zarr".formatted(name));
    }
  }

  private static void inside(Store store, Expected expected, Findings findings) {
    Object version = store.attributes().get("schema_version");
    Optional<String> refused = SchemaVersion.refusal(version);
    if (refused.isPresent()) {
      findings.fault(SpectralCheck.SCHEMA_VERSION, refused.get());
      findings.restNotApplicable("the contract of this version is not known");
      return;
    }
    if (!SpectralStore.SCHEMA_VERSION.equals(version)) {
      findings.fault(
          SpectralCheck.SCHEMA_VERSION,
          "it is '%s', and this is the contract of '%s' (readers take it; check it with a newer novacat)"
              .formatted(version, SpectralStore.SCHEMA_VERSION));
    }
    checks(store, expected, findings);
  }

  private static void checks(Store store, Expected expected, Findings findings) {
    DocumentCheck.run(store.files(), findings);
    LayoutChecks.run(store, expected, findings);
    AttributeChecks.run(store, findings);
    ChunkChecks.run(store, findings);
    ValueChecks.presence(store, findings);
    ValueChecks.run(store, findings);
    IndexChecks.run(store, findings);
  }
}
