package org.novacat.persistence.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.commit.ValidationOutcome.Quarantined;
import org.novacat.persistence.commit.ValidationOutcome.RetryLater;
import org.novacat.persistence.commit.ValidationOutcome.SameBytes;
import org.novacat.persistence.commit.ValidationOutcome.Valid;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.product.ContentFingerprint;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.Quarantine;
import org.novacat.persistence.product.QuarantineFacts;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.table.ItemSize;
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

  /** Bytes of an object's key in S3. */
  private static final int LONGEST_KEY = 1024;

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
            .set(SpectraProduct.CONTENT_FINGERPRINT, sha256)
            .set(SpectraProduct.DUPLICATE_OF, owner)
            .when(outcome.product().asRead());
    List<Write> writes = new ArrayList<>(List.of(write));
    writes.addAll(toSee(outcome.product(), WorkConsumer.OF_LISTS, stamp));
    return new OutcomeUnit(outcome, to, owner, stamp, List.copyOf(writes));
  }

  private static List<Write> valid(Valid valid, ProductState to, Stamp stamp) {
    Changes changes =
        tried(valid.product(), to, AttemptOutcome.SUCCEEDED, stamp)
            .set(SpectraProduct.CONTENT_FINGERPRINT, valid.sha256())
            .set(SpectraProduct.LAST_SUCCESS, valid.sha256())
            .set(SpectraProduct.DERIVED_PREFIX, valid.derivedPrefix())
            .set(SpectraProduct.PROFILE, valid.profile())
            .set(SpectraProduct.SUMMARY, valid.summary());
    List<Write> writes = new ArrayList<>();
    writes.add(changes.when(valid.product().asRead()));
    writes.add(ContentFingerprint.claim(valid.sha256(), valid.product(), stamp));
    writes.addAll(toSee(valid.product(), WorkConsumer.OF_PRODUCTS, stamp));
    return files(writes, valid.product(), valid.files(), stamp);
  }

  /** Who makes something from spectra has to see this one; nobody can have to yet at first. */
  private static List<Write> toSee(ProductRef product, List<WorkConsumer> consumers, Stamp stamp) {
    NovaId nova = product.novaId();
    String id = product.id().toString();
    return consumers.stream()
        .map(
            consumer ->
                product.attemptsBefore() == 0
                    ? WorkItem.first(nova, DirtyType.SPECTRA, consumer, id, stamp)
                    : WorkItem.due(nova, DirtyType.SPECTRA, consumer, id, stamp))
        .toList();
  }

  private static List<Write> quarantined(Quarantined outcome, ProductState to, Stamp stamp) {
    Quarantine quarantine =
        new Quarantine(outcome.facts(), stamp.at(), ManualReviewStatus.PENDING, "");
    Changes changes =
        tried(outcome.product(), to, AttemptOutcome.QUARANTINED, stamp)
            .set(SpectraProduct.QUARANTINE, quarantine);
    // What says how the last good result was made stays with it.
    if (to.validation() != ValidationStatus.VALID) {
      changes.set(SpectraProduct.CONTENT_FINGERPRINT, outcome.sha256());
      if (outcome.profile() != null) {
        changes.set(SpectraProduct.PROFILE, outcome.profile());
      }
    }
    List<Write> writes = new ArrayList<>();
    writes.add(changes.when(outcome.product().asRead()));
    writes.addAll(toSee(outcome.product(), WorkConsumer.OF_LISTS, stamp));
    return files(writes, outcome.product(), outcome.files(), stamp);
  }

  private static Write retryLater(RetryLater outcome, ProductState to, Stamp stamp) {
    return tried(outcome.product(), to, AttemptOutcome.RETRYABLE_FAILURE, stamp)
        .set(SpectraProduct.LAST_ERROR, outcome.errorFingerprint())
        .set(SpectraProduct.NEXT_AT, outcome.nextEligibleAt())
        .when(outcome.product().asRead());
  }

  /** What each try leaves: its count, time and outcome, and the state it led to. */
  private static Changes tried(
      ProductRef product, ProductState to, AttemptOutcome outcome, Stamp stamp) {
    return SpectraProduct.changes(product, to, stamp)
        .set(SpectraProduct.ATTEMPTS, product.attemptsBefore() + 1)
        .set(SpectraProduct.LAST_AT, stamp.at())
        .set(SpectraProduct.LAST_OUTCOME, outcome)
        .remove(SpectraProduct.LAST_ERROR)
        .remove(SpectraProduct.NEXT_AT);
  }

  private static List<Write> files(
      List<Write> writes, ProductRef product, List<FileObject> files, Stamp stamp) {
    for (FileObject file : files) {
      writes.add(
          product.attemptsBefore() == 0
              ? FileObject.first(file, product.novaId(), product.id(), stamp)
              : FileObject.record(file, product.novaId(), product.id(), stamp));
    }
    return List.copyOf(writes);
  }

  /**
   * What is recorded of its product when this does not fit: that it did not, and nothing that came
   * from the file. Its objects, where some were written, are where this says; no item lists them.
   */
  Quarantined oversize() {
    String message =
        "Cannot record product: its item would grow by %s bytes, and %s are allowed (look for a"
                .formatted(largest(), ItemSize.MOST_IN_WRITE)
            + " huge card in its header)";
    QuarantineFacts facts =
        new QuarantineFacts(
            QuarantineReason.LIMIT_EXCEEDED,
            "ITEM_TOO_LARGE",
            message,
            Map.of("bytes", Long.toString(largest())),
            prefix(outcome));
    return new Quarantined(outcome.product(), outcome.sha256(), facts, null, List.of());
  }

  /** None where it is itself too long: a part of it would name another place. */
  private static String prefix(ValidationOutcome outcome) {
    String prefix = "";
    if (outcome instanceof Valid valid) {
      prefix = valid.derivedPrefix();
    } else if (outcome instanceof Quarantined quarantined) {
      prefix = quarantined.facts().prefix();
    }
    return prefix.length() <= LONGEST_KEY ? prefix : "";
  }
}
