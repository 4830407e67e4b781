package org.novacat.persistence.commit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.persistence.commit.ValidationOutcome.Quarantined;
import org.novacat.persistence.commit.ValidationOutcome.RetryLater;
import org.novacat.persistence.commit.ValidationOutcome.SameBytes;
import org.novacat.persistence.commit.ValidationOutcome.Valid;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileObjectItem;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.product.ContentFingerprintItem;
import org.novacat.persistence.product.ProductFields;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.ProfileChoice;
import org.novacat.persistence.product.QuarantineFacts;
import org.novacat.persistence.product.SpectraProductItem;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItemItem;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.table.Write;

/**
 * One outcome as writes. The product comes first; the claim on its bytes, where there is one,
 * second.
 *
 * @param to the state it brings the product into
 * @param duplicateOf the product that has the same bytes; null unless it is recorded as a duplicate
 */
record OutcomeUnit(
    ValidationOutcome outcome,
    ProductState to,
    @Nullable DataProductId duplicateOf,
    Stamp stamp,
    List<Write> writes)
    implements CommitUnit {
  static final int PRODUCT = 0;
  static final int CLAIM = 1;

  static OutcomeUnit of(ValidationOutcome outcome, ProductState to, Stamp stamp) {
    if (outcome instanceof Valid valid) {
      return new OutcomeUnit(outcome, to, null, stamp, valid(valid, to, stamp));
    }
    if (outcome instanceof SameBytes same) {
      return duplicate(same, same.sha256(), same.owner(), to, stamp);
    }
    if (outcome instanceof Quarantined quarantined) {
      return new OutcomeUnit(outcome, to, null, stamp, quarantined(quarantined, to, stamp));
    }
    return new OutcomeUnit(
        outcome, to, null, stamp, List.of(retryLater((RetryLater) outcome, to, stamp)));
  }

  /** What is recorded of a product whose bytes are another's. */
  static OutcomeUnit duplicate(
      ValidationOutcome outcome,
      ContentHash sha256,
      DataProductId owner,
      ProductState to,
      Stamp stamp) {
    Write write =
        tried(outcome.product(), to, AttemptOutcome.DUPLICATE, stamp)
            .set(ProductFields.CONTENT_FINGERPRINT, sha256)
            .set(ProductFields.DUPLICATE_OF, owner)
            .when(SpectraProductItem.asRead(outcome.product()));
    return new OutcomeUnit(outcome, to, owner, stamp, List.of(write));
  }

  private static List<Write> valid(Valid valid, ProductState to, Stamp stamp) {
    Changes changes =
        tried(valid.product(), to, AttemptOutcome.SUCCEEDED, stamp)
            .set(ProductFields.CONTENT_FINGERPRINT, valid.sha256())
            .set(ProductFields.LAST_SUCCESS, valid.sha256())
            .set(ProductFields.DERIVED_PREFIX, valid.derivedPrefix());
    profile(changes, valid.profile());
    summary(changes, valid.summary());
    List<Write> writes = new ArrayList<>();
    writes.add(changes.when(SpectraProductItem.asRead(valid.product())));
    writes.add(ContentFingerprintItem.claim(valid.sha256(), valid.product(), stamp));
    writes.addAll(toSee(valid.product(), stamp));
    return files(writes, valid.product(), valid.files(), stamp);
  }

  /** Who makes something from spectra has to see this one; nobody can have to yet at first. */
  private static List<Write> toSee(ProductRef product, Stamp stamp) {
    NovaId nova = product.novaId();
    String id = product.id().toString();
    return WorkConsumer.OF_PRODUCTS.stream()
        .map(
            consumer ->
                product.attemptsBefore() == 0
                    ? WorkItemItem.first(nova, DirtyType.SPECTRA, consumer, id, stamp)
                    : WorkItemItem.due(nova, DirtyType.SPECTRA, consumer, id, stamp))
        .toList();
  }

  private static List<Write> quarantined(Quarantined outcome, ProductState to, Stamp stamp) {
    QuarantineFacts facts = outcome.facts();
    Changes changes =
        tried(outcome.product(), to, AttemptOutcome.QUARANTINED, stamp)
            .set(ProductFields.REASON, facts.reason())
            .set(ProductFields.REASON_DETAIL, facts.detail())
            .set(ProductFields.REASON_MESSAGE, facts.message())
            .set(ProductFields.REASON_FACTS, facts.facts())
            .set(ProductFields.QUARANTINE_PREFIX, facts.prefix())
            .set(ProductFields.QUARANTINED_AT, stamp.at())
            .set(ProductFields.REVIEW, ManualReviewStatus.PENDING);
    // What says how the last good result was made stays with it.
    if (to.validation() != ValidationStatus.VALID) {
      changes.set(ProductFields.CONTENT_FINGERPRINT, outcome.sha256());
      if (outcome.profile() != null) {
        profile(changes, outcome.profile());
      }
    }
    List<Write> writes = new ArrayList<>();
    writes.add(changes.when(SpectraProductItem.asRead(outcome.product())));
    return files(writes, outcome.product(), outcome.files(), stamp);
  }

  private static Write retryLater(RetryLater outcome, ProductState to, Stamp stamp) {
    return tried(outcome.product(), to, AttemptOutcome.RETRYABLE_FAILURE, stamp)
        .set(ProductFields.LAST_ERROR, outcome.errorFingerprint())
        .set(ProductFields.NEXT_AT, outcome.nextEligibleAt())
        .when(SpectraProductItem.asRead(outcome.product()));
  }

  /** What each try leaves: its count, time and outcome, and the state it led to. */
  private static Changes tried(
      ProductRef product, ProductState to, AttemptOutcome outcome, Stamp stamp) {
    Changes changes =
        Changes.of(SpectraProductItem.key(product), stamp)
            .set(ProductFields.ATTEMPTS, product.attemptsBefore() + 1)
            .set(ProductFields.LAST_AT, stamp.at())
            .set(ProductFields.LAST_OUTCOME, outcome)
            .remove(ProductFields.LAST_ERROR)
            .remove(ProductFields.NEXT_AT);
    return SpectraProductItem.enter(changes, product, to);
  }

  private static void profile(Changes changes, ProfileChoice profile) {
    String signature = profile.headerSignatureHash();
    changes
        .set(ProductFields.PROFILE_ID, profile.fitsProfileId())
        .set(ProductFields.PROFILE_INPUTS, profile.selectionInputs())
        .set(ProductFields.NOTES, profile.normalizationNotes())
        .set(ProductFields.HEADER_HASH, signature.isEmpty() ? null : signature);
  }

  private static void summary(Changes changes, SpectrumSummary summary) {
    changes
        .set(ProductFields.INSTRUMENT, summary.instrument())
        .set(ProductFields.TELESCOPE, summary.telescope())
        .set(ProductFields.MJD, summary.observationMjd())
        .set(ProductFields.EXPOSURE, summary.exposureSeconds())
        .set(ProductFields.WAVELENGTH_MIN, summary.wavelengthMin())
        .set(ProductFields.WAVELENGTH_MAX, summary.wavelengthMax())
        .set(ProductFields.N_SAMPLES, (long) summary.samples())
        .set(ProductFields.N_ORDERS, (long) summary.orders())
        .set(ProductFields.SNR, summary.snr())
        .set(ProductFields.FLUX_UNIT, summary.fluxUnit())
        .set(ProductFields.FLUX_CALIBRATION, summary.calibration());
  }

  private static List<Write> files(
      List<Write> writes, ProductRef product, List<FileObject> files, Stamp stamp) {
    for (FileObject file : files) {
      writes.add(
          product.attemptsBefore() == 0
              ? FileObjectItem.first(file, product.novaId(), product.id(), stamp)
              : FileObjectItem.record(file, product.novaId(), product.id(), stamp));
    }
    return List.copyOf(writes);
  }
}
