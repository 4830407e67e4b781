package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.layouts.text.Excerpt;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.ProfileChoice;
import org.novacat.persistence.product.QuarantineFacts;

/** What a run found out about one product, to be recorded; it travels from where it was found. */
public sealed interface ValidationOutcome extends Serializable {
  /** The product as the run read it before it began. */
  ProductRef product();

  /** SHA-256 of the raw bytes; null when they could not be read to the end. */
  default @Nullable ContentHash sha256() {
    return null;
  }

  /**
   * The spectrum is sound. Recorded as VALID, or as a duplicate when a product with the same bytes
   * came first.
   *
   * @param sha256 of the raw bytes
   * @param derivedPrefix where the derived objects lie
   * @param files the derived objects; at most 90
   */
  record Valid(
      ProductRef product,
      ContentHash sha256,
      ProfileChoice profile,
      SpectrumSummary summary,
      String derivedPrefix,
      List<FileObject> files)
      implements ValidationOutcome {
    public Valid {
      requireNonNull(product, "product is null");
      requireNonNull(sha256, "sha256 is null");
      requireNonNull(profile, "profile is null");
      requireNonNull(summary, "summary is null");
      requireNonNull(derivedPrefix, "derivedPrefix is null");
      files = checked(files);
    }
  }

  /**
   * The bytes are those of a product that was found valid before, so that the file need not be read
   * again. Recorded as a duplicate.
   *
   * @param sha256 of the raw bytes
   * @param owner the product that has them; a claim on bytes is for ever
   */
  record SameBytes(ProductRef product, ContentHash sha256, DataProductId owner)
      implements ValidationOutcome {
    public SameBytes {
      requireNonNull(product, "product is null");
      requireNonNull(sha256, "sha256 is null");
      requireNonNull(owner, "owner is null");
    }
  }

  /**
   * The file is refused until a person has looked at it.
   *
   * @param sha256 of the raw bytes; null when they could not be read to the end
   * @param profile null when none was selected
   * @param files the quarantined bytes and their context; at most 90
   */
  record Quarantined(
      ProductRef product,
      @Nullable ContentHash sha256,
      QuarantineFacts facts,
      @Nullable ProfileChoice profile,
      List<FileObject> files)
      implements ValidationOutcome {
    public Quarantined {
      requireNonNull(product, "product is null");
      requireNonNull(facts, "facts is null");
      files = checked(files);
    }
  }

  /**
   * Reading failed in a way that may pass; no verdict on the file. The product stays eligible.
   *
   * @param errorFingerprint what kind of fault it was, cut to 200 letters
   * @param nextEligibleAt no run should try before this
   */
  record RetryLater(ProductRef product, String errorFingerprint, Instant nextEligibleAt)
      implements ValidationOutcome {
    public RetryLater {
      requireNonNull(product, "product is null");
      errorFingerprint = Excerpt.of(errorFingerprint, 200);
      requireNonNull(nextEligibleAt, "nextEligibleAt is null");
    }
  }

  private static List<FileObject> checked(List<FileObject> files) {
    if (files.size() > 90) {
      throw new IllegalArgumentException(
          "Cannot record %s files of one product: they go into one transaction of 100 actions"
              .formatted(files.size()));
    }
    return List.copyOf(files);
  }
}
