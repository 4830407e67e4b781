package org.novacat.jobs.spectra;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.store.Pointer;

final class PlansForTests {
  private static final NovaId NOVA = NovaId.parse("00000000-0000-0000-0000-000000000001");

  private PlansForTests() {}

  static PlannedProduct planned(String key, long bytes) {
    return planned(key, bytes, null);
  }

  static PlannedProduct planned(String key, long bytes, @Nullable SkyPosition target) {
    DataProductId id = DataProductId.ofProductKey(Provider.LOCAL, key);
    return new PlannedProduct(
        new ProductRef(
            NOVA, Provider.LOCAL, id, 3, ProductState.parse("UNVALIDATED/ACQUIRED/ACQUIRE"), 0),
        key + ".fits",
        new Pointer(
            "bucket",
            NovaCatKeys.primary(NOVA, id, FileEnding.FITS).key(),
            bytes,
            "etag",
            ContentHash.of(new byte[] {(byte) bytes})),
        Instant.parse("2026-02-21T20:45:10.123Z"),
        Instant.parse("2026-02-21T20:45:09.123Z"),
        "file:///data/" + key,
        target,
        new StatedFacts(Map.of(StatedFact.FLUX_UNIT, "erg/s/cm2/A"), "sidecar " + key));
  }
}
