package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.AttributeType;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.state.AcquisitionStatus;
import org.novacat.persistence.state.Eligibility;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;

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
 * @param stated what is said of the spectrum beside its file, since it has these bytes
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
    StatedFacts stated,
    ItemMeta meta)
    implements Stored {
  /** What {@code product_type} says of spectra. */
  public static final String TYPE = "SPECTRA";

  private static final Field<String> LOCATOR_IDENTITY =
      Field.required("locator_identity", Types.TEXT);
  private static final AttributeType<Confidence> SURE = Types.oneOf(Confidence.class);
  static final Field<List<String>> LOCATORS = Field.required("locators", Types.TEXTS);
  static final Field<ValidationStatus> VALIDATION_STATUS =
      Field.required("validation_status", Types.oneOf(ValidationStatus.class));
  static final Field<AcquisitionStatus> ACQUISITION_STATUS =
      Field.required("acquisition_status", Types.oneOf(AcquisitionStatus.class));
  static final RecordType<ProductState> STATE =
      RecordType.of(ProductState.class)
          .field(VALIDATION_STATUS, ProductState::validation)
          .field(ACQUISITION_STATUS, ProductState::acquisition)
          .required("eligibility", Types.oneOf(Eligibility.class), ProductState::eligibility);

  /** Present only while eligible. */
  static final Field<NovaId> GSI1PK = Field.optional(Table.INDEX_PARTITION, Types.NOVA_ID);

  /** Present only while eligible. */
  static final Field<String> GSI1SK = Field.optional(Table.INDEX_SORT, Types.TEXT);

  public static final Field<Long> ATTEMPTS = Field.required("attempt_count_total", Types.WHOLE);
  public static final Field<Instant> LAST_AT = Field.optional("last_attempt_at", Types.INSTANT);
  public static final Field<AttemptOutcome> LAST_OUTCOME =
      Field.optional("last_attempt_outcome", Types.oneOf(AttemptOutcome.class));
  public static final Field<String> LAST_ERROR =
      Field.optional("last_error_fingerprint", Types.WORDS);
  public static final Field<Instant> NEXT_AT =
      Field.optional("next_eligible_attempt_at", Types.INSTANT);
  public static final Field<ContentHash> LAST_SUCCESS =
      Field.optional("last_successful_fingerprint", Types.HASH);
  private static final RecordType<AttemptHistory> HISTORY =
      RecordType.of(AttemptHistory.class)
          .field(ATTEMPTS, AttemptHistory::total)
          .field(LAST_AT, AttemptHistory::lastAt)
          .field(LAST_OUTCOME, AttemptHistory::lastOutcome)
          .field(LAST_ERROR, AttemptHistory::lastErrorFingerprint)
          .field(NEXT_AT, AttemptHistory::nextEligibleAt)
          .field(LAST_SUCCESS, AttemptHistory::lastSuccessfulFingerprint);

  /** Present only while other bytes take the place of those that it has. */
  static final RecordType<ComingBytes> COMING =
      RecordType.of(ComingBytes.class)
          .required("coming_sha256", Types.HASH, ComingBytes::sha256)
          .required("coming_byte_length", Types.WHOLE, ComingBytes::byteLength);

  public static final Field<ContentHash> CONTENT_FINGERPRINT =
      Field.optional("content_fingerprint", Types.HASH);
  public static final Field<DataProductId> DUPLICATE_OF =
      Field.optional("duplicate_of_data_product_id", Types.PRODUCT_ID);
  public static final RecordType<ProfileChoice> PROFILE =
      RecordType.of(ProfileChoice.class)
          .required("fits_profile_id", Types.TEXT, ProfileChoice::fitsProfileId)
          .since("profile_selection_inputs", Types.FACTS, ProfileChoice::selectionInputs, Map.of())
          .since("normalization_notes", Types.NOTES, ProfileChoice::normalizationNotes, List.of())
          .known("header_signature_hash", Types.TEXT, ProfileChoice::headerSignatureHash, "");
  private static final RecordType<SpectrumTrust> TRUST =
      RecordType.of(SpectrumTrust.class)
          .optional("time_scale_confidence", SURE, SpectrumTrust::timeScale)
          .optional("wavelength_unit_confidence", SURE, SpectrumTrust::wavelengthUnit)
          .optional("medium_confidence", SURE, SpectrumTrust::medium)
          .optional("flux_unit_confidence", SURE, SpectrumTrust::fluxUnit);
  public static final RecordType<SpectrumSummary> SUMMARY =
      RecordType.of(SpectrumSummary.class)
          .since("instrument", Types.WORDS, SpectrumSummary::instrument, "")
          .since("telescope", Types.WORDS, SpectrumSummary::telescope, "")
          .optional("observation_date_mjd", Types.REAL, SpectrumSummary::observationMjd)
          .optional(
              "observation_precision_days", Types.REAL, SpectrumSummary::observationPrecisionDays)
          .optional("observation_span_days", Types.REAL, SpectrumSummary::observationSpanDays)
          .optional("exposure_time_s", Types.REAL, SpectrumSummary::exposureSeconds)
          .required("wavelength_min", Types.REAL, SpectrumSummary::wavelengthMin)
          .required("wavelength_max", Types.REAL, SpectrumSummary::wavelengthMax)
          .required("n_samples", Types.COUNT, SpectrumSummary::samples)
          .since("n_orders", Types.COUNT, SpectrumSummary::orders, 1)
          .optional("snr", Types.REAL, SpectrumSummary::snr)
          .since("flux_unit", Types.WORDS, SpectrumSummary::fluxUnit, "")
          .required(
              "flux_calibration", Types.oneOf(FluxCalibration.class), SpectrumSummary::calibration)
          .part(TRUST, SpectrumSummary::trust)
          .toldBy("n_samples");
  public static final Field<String> DERIVED_PREFIX = Field.optional("derived_prefix", Types.TEXT);
  private static final Field<QuarantineReason> REASON =
      Field.required("quarantine_reason_code", Types.oneOf(QuarantineReason.class));
  private static final RecordType<QuarantineFacts> FACTS =
      RecordType.of(QuarantineFacts.class)
          .field(REASON, QuarantineFacts::reason)
          .since("quarantine_detail", Types.WORDS, QuarantineFacts::detail, "")
          .since("quarantine_message", Types.SENTENCE, QuarantineFacts::message, "")
          .since("quarantine_facts", Types.FACTS, QuarantineFacts::facts, Map.of())
          .since("quarantine_prefix", Types.TEXT, QuarantineFacts::prefix, "");
  private static final Field<Instant> QUARANTINED_AT =
      Field.required("quarantined_at", Types.INSTANT);
  public static final Field<ManualReviewStatus> REVIEW =
      Field.required("manual_review_status", Types.oneOf(ManualReviewStatus.class));
  public static final Field<String> REVIEW_REASON =
      Field.optional("manual_review_reason", Types.SENTENCE);
  public static final RecordType<Quarantine> QUARANTINE =
      RecordType.of(Quarantine.class)
          .part(FACTS, Quarantine::facts)
          .field(QUARANTINED_AT, Quarantine::at)
          .field(REVIEW, Quarantine::review)
          .known(REVIEW_REASON, Quarantine::why, "");
  static final RecordType<Reprocessing> REPROCESSING =
      RecordType.of(Reprocessing.class)
          .required("reprocess_reason", Types.SENTENCE, Reprocessing::reason)
          .required("reprocess_requested_by", Types.RUN_ID, Reprocessing::by);

  static final Field<StatedFacts> STATED = Field.optional("stated", Types.STATED);

  /** As an item. */
  public static final ItemType<SpectraProduct> ITEM =
      ItemType.of(
          "DataProduct",
          "<nova_id>",
          "PRODUCT#SPECTRA#<provider>#<data_product_id>",
          RecordType.of(SpectraProduct.class)
              .required("nova_id", Types.NOVA_ID, SpectraProduct::novaId)
              .required("provider", Types.PROVIDER, SpectraProduct::provider)
              .required("data_product_id", Types.PRODUCT_ID, SpectraProduct::id)
              .also(Field.required("product_type", Types.TEXT), any -> TYPE)
              .field(LOCATOR_IDENTITY, SpectraProduct::locatorIdentity)
              .field(LOCATORS, SpectraProduct::locators)
              .part(STATE, SpectraProduct::state)
              .also(GSI1PK, product -> product.isEligible() ? product.novaId() : null)
              .also(GSI1SK, product -> product.isEligible() ? product.ref().eligible() : null)
              .part(HISTORY, SpectraProduct::attempts)
              .perhaps(PointerFields.OBJECT, SpectraProduct::rawFile)
              .perhaps(COMING, SpectraProduct::coming)
              .field(CONTENT_FINGERPRINT, SpectraProduct::contentFingerprint)
              .field(DUPLICATE_OF, SpectraProduct::duplicateOf)
              .perhaps(PROFILE, SpectraProduct::profile)
              .perhaps(SUMMARY, SpectraProduct::summary)
              .field(DERIVED_PREFIX, SpectraProduct::derivedPrefix)
              .perhaps(QUARANTINE, SpectraProduct::quarantine)
              .perhaps(REPROCESSING, SpectraProduct::reprocessing)
              .part(Rights.FIELDS, SpectraProduct::rights)
              .known(STATED, SpectraProduct::stated, StatedFacts.NONE),
          product -> product.ref().key());

  /** What has to be read of a product to know where it stands; the rest then is missing. */
  public static final Set<String> COUNTED = counted();

  public SpectraProduct {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(provider, "provider is null");
    requireNonNull(id, "id is null");
    requireNonNull(locatorIdentity, "locatorIdentity is null");
    requireNonNull(state, "state is null");
    requireNonNull(attempts, "attempts is null");
    requireNonNull(rights, "rights is null");
    requireNonNull(stated, "stated is null");
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

  private static Set<String> counted() {
    Set<String> names = new TreeSet<>(ITEM.shape().required());
    names.addAll(List.of(REASON.name(), QUARANTINED_AT.name(), REVIEW.name()));
    return Set.copyOf(names);
  }

  /**
   * Changes that bring a product into a state. The attributes of the eligibility index come and go
   * in the same write, so that the index cannot disagree with the item.
   */
  public static Changes changes(ProductRef ref, ProductState to, Stamp stamp) {
    Changes changes = Changes.of(ref.key(), stamp).set(STATE, to);
    return to.eligibility() == Eligibility.ACQUIRE
        ? changes.set(GSI1PK, ref.novaId()).set(GSI1SK, ref.eligible())
        : changes.remove(GSI1PK).remove(GSI1SK);
  }

  /**
   * Records the bytes of a product and the state that having them leads to; a verdict on others
   * goes.
   *
   * @param locators where they were fetched
   * @param stated what is said of them
   */
  public static Write acquired(
      ProductRef ref,
      Pointer raw,
      List<String> locators,
      StatedFacts stated,
      ProductState to,
      Stamp stamp) {
    return changes(ref, to, stamp)
        .set(PointerFields.OBJECT, raw)
        .set(LOCATORS, locators)
        .set(STATED, stated.isEmpty() ? null : stated)
        .set(COMING, null)
        .remove(LAST_ERROR)
        .remove(NEXT_AT)
        .remove(CONTENT_FINGERPRINT)
        .remove(DUPLICATE_OF)
        .set(PROFILE, null)
        .set(QUARANTINE, null)
        .when(ref.asRead());
  }
}
