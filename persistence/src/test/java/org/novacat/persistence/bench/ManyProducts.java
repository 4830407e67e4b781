package org.novacat.persistence.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.product.AttemptHistory;
import org.novacat.persistence.product.ProfileChoice;
import org.novacat.persistence.product.Quarantine;
import org.novacat.persistence.product.QuarantineFacts;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.Samples;

/**
 * Fills the embedded table of a workspace with items of spectra that have no objects: of ten, eight
 * or nine are valid, one is in quarantine, and some wait.
 */
final class ManyProducts {
  private static final int PRODUCTS_PER_NOVA = 1000;
  private static final Stamp STAMP =
      new Stamp(Instant.parse("2026-02-21T20:45:10Z"), JobRunId.mint());

  private ManyProducts() {}

  /**
   * Fills.
   *
   * @param arguments the folder of the table, number of products
   */
  public static void main(String[] arguments) {
    EmbeddedTables source = new EmbeddedTables(Path.of(arguments[0]), "NovaCat");
    int products = Integer.parseInt(arguments[1]);
    source.init();
    try (Table table = source.open()) {
      Catalog catalog = Catalogs.over(table, Clock.systemUTC());
      for (int first = 0; first < products; first += PRODUCTS_PER_NOVA) {
        NovaId nova = Samples.nova(catalog, "Bench " + (first / PRODUCTS_PER_NOVA + 1));
        fill(table, nova, first, Math.min(products, first + PRODUCTS_PER_NOVA));
      }
    }
  }

  private static void fill(Table table, NovaId nova, int first, int end) {
    List<Write> writes = new ArrayList<>();
    for (int n = first; n < end; n++) {
      writes.add(SpectraProduct.ITEM.put(product(nova, n), Condition.always()));
      if (writes.size() == Table.MOST_IN_ONE_REQUEST || n == end - 1) {
        table.transact(writes);
        writes.clear();
      }
    }
  }

  private static SpectraProduct product(NovaId nova, int n) {
    boolean isRefused = n % 10 == 0;
    boolean waits = n % 50 == 1;
    boolean isValid = !isRefused && !waits;
    ContentHash hash = ContentHash.of(("bytes " + n).getBytes(UTF_8));
    DataProductId id = DataProductId.ofProductKey(Samples.PROVIDER, "product-" + n);
    String state = waits ? "UNVALIDATED/ACQUIRED/ACQUIRE" : "VALID/ACQUIRED/NONE";
    return new SpectraProduct(
        nova,
        Samples.PROVIDER,
        id,
        "product-" + n,
        List.of("file:spectrum-" + n + ".fits"),
        ProductState.parse(isRefused ? "QUARANTINED/ACQUIRED/NONE" : state),
        AttemptHistory.NONE,
        new Pointer(
            "nova-cat-private-data",
            ObjectKey.of("raw/spectra/%s/%s/primary.fits".formatted(nova, id)),
            2880,
            hash.hex(),
            hash),
        null,
        isValid ? hash : null,
        null,
        isValid ? new ProfileChoice("eso-sdp@1", Map.of(), List.of(), "") : null,
        isValid ? Samples.SUMMARY : null,
        isValid ? "derived/spectra/%s/%s/".formatted(nova, id) : null,
        quarantine(isRefused),
        null,
        Rights.NONE,
        StatedFacts.NONE,
        STAMP.fresh());
  }

  private static @Nullable Quarantine quarantine(boolean isRefused) {
    return isRefused
        ? new Quarantine(
            new QuarantineFacts(
                QuarantineReason.UNREADABLE,
                "FITS_TRUNCATED",
                "Cannot read 'spectrum.fits': it ends within its data",
                Map.of("expected", "172800"),
                "quarantine/spectra/x/"),
            STAMP.at(),
            ManualReviewStatus.PENDING,
            "")
        : null;
  }
}
