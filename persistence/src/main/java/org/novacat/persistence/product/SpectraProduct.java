package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.state.Eligibility;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.store.Pointer;

/**
 * One spectrum of one nova from one provider, and how far it has come.
 *
 * @param locatorIdentity the normalised locator, or the provider's key
 * @param locators where it can be fetched, as given
 * @param rawFile null until acquired
 * @param coming the bytes that take the place of those of {@code rawFile}, while they do; else null
 * @param contentFingerprint the SHA-256 that a verdict was found on; null before any
 * @param duplicateOf the product that has the same bytes; null when it is none
 * @param profile null unless one was selected
 * @param summary null unless valid
 * @param derivedPrefix where the derived objects lie; null unless valid
 * @param quarantine the last refusal; null when there was none
 * @param reprocessing why it was last to be read again after it was valid; null when never
 * @param rights what others may do with it
 */
public record SpectraProduct(
    NovaId novaId,
    Provider provider,
    DataProductId id,
    String locatorIdentity,
    List<String> locators,
    ProductState state,
    AttemptHistory attempts,
    @Nullable Pointer rawFile,
    @Nullable ComingBytes coming,
    @Nullable ContentHash contentFingerprint,
    @Nullable DataProductId duplicateOf,
    @Nullable ProfileChoice profile,
    @Nullable SpectrumSummary summary,
    @Nullable String derivedPrefix,
    @Nullable Quarantine quarantine,
    @Nullable Reprocessing reprocessing,
    Rights rights,
    ItemMeta meta)
    implements Stored {
  public SpectraProduct {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(provider, "provider is null");
    requireNonNull(id, "id is null");
    requireNonNull(locatorIdentity, "locatorIdentity is null");
    requireNonNull(state, "state is null");
    requireNonNull(attempts, "attempts is null");
    requireNonNull(rights, "rights is null");
    requireNonNull(meta, "meta is null");
    locators = List.copyOf(locators);
  }

  /** Whether a run should take it up. */
  public boolean isEligible() {
    return state.eligibility() == Eligibility.ACQUIRE;
  }

  /** Whether it, or what was found when it was read again though it is valid, is in quarantine. */
  public boolean isInQuarantine() {
    return switch (state.validation()) {
      case QUARANTINED -> true;
      case VALID -> attempts.lastOutcome() == AttemptOutcome.QUARANTINED;
      case UNVALIDATED, TERMINAL_INVALID -> false;
    };
  }

  /** This product as it was read, which is what a write of it will be conditional on. */
  public ProductRef ref() {
    return new ProductRef(novaId, provider, id, meta.version(), state, attempts.total());
  }
}
