package org.novacat.persistence.product;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.file.RightsFields;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.state.AcquisitionStatus;
import org.novacat.persistence.state.Eligibility;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.table.Table;

/** The attributes of a spectra DataProduct. */
public final class ProductFields {
  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  public static final Field<DataProductId> ID = Field.required("data_product_id", Types.PRODUCT_ID);
  public static final Field<Provider> PROVIDER = Field.required("provider", Types.PROVIDER);
  public static final Field<String> PRODUCT_TYPE = Field.required("product_type", Types.TEXT);
  public static final Field<String> LOCATOR_IDENTITY =
      Field.required("locator_identity", Types.TEXT);
  public static final Field<List<String>> LOCATORS = Field.required("locators", Types.TEXTS);

  public static final Field<ValidationStatus> VALIDATION_STATUS =
      Field.required("validation_status", Types.oneOf(ValidationStatus.class));
  public static final Field<AcquisitionStatus> ACQUISITION_STATUS =
      Field.required("acquisition_status", Types.oneOf(AcquisitionStatus.class));
  public static final Field<Eligibility> ELIGIBILITY =
      Field.required("eligibility", Types.oneOf(Eligibility.class));

  /** Present only while eligible. */
  public static final Field<NovaId> GSI1PK = Field.optional(Table.INDEX_PARTITION, Types.NOVA_ID);

  /** Present only while eligible. */
  public static final Field<String> GSI1SK = Field.optional(Table.INDEX_SORT, Types.TEXT);

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
  public static final Field<ContentHash> CONTENT_FINGERPRINT =
      Field.optional("content_fingerprint", Types.HASH);
  public static final Field<DataProductId> DUPLICATE_OF =
      Field.optional("duplicate_of_data_product_id", Types.PRODUCT_ID);

  public static final PointerFields RAW = PointerFields.PERHAPS;

  /** Present only while other bytes take the place of those of {@link #RAW}. */
  public static final Field<ContentHash> COMING_SHA256 =
      Field.optional("coming_sha256", Types.HASH);

  /** As {@link #COMING_SHA256}. */
  public static final Field<Long> COMING_BYTE_LENGTH =
      Field.optional("coming_byte_length", Types.WHOLE);

  public static final Field<String> PROFILE_ID = Field.optional("fits_profile_id", Types.TEXT);
  public static final Field<Map<String, String>> PROFILE_INPUTS =
      Field.optional("profile_selection_inputs", Types.FACTS);
  public static final Field<List<String>> NOTES =
      Field.optional("normalization_notes", Types.NOTES);
  public static final Field<String> HEADER_HASH =
      Field.optional("header_signature_hash", Types.TEXT);

  public static final Field<String> INSTRUMENT = Field.optional("instrument", Types.WORDS);
  public static final Field<String> TELESCOPE = Field.optional("telescope", Types.WORDS);
  public static final Field<Double> MJD = Field.optional("observation_date_mjd", Types.REAL);
  public static final Field<Double> EXPOSURE = Field.optional("exposure_time_s", Types.REAL);
  public static final Field<Double> WAVELENGTH_MIN = Field.optional("wavelength_min", Types.REAL);
  public static final Field<Double> WAVELENGTH_MAX = Field.optional("wavelength_max", Types.REAL);
  public static final Field<Long> N_SAMPLES = Field.optional("n_samples", Types.WHOLE);
  public static final Field<Long> N_ORDERS = Field.optional("n_orders", Types.WHOLE);
  public static final Field<Double> SNR = Field.optional("snr", Types.REAL);
  public static final Field<String> FLUX_UNIT = Field.optional("flux_unit", Types.WORDS);
  public static final Field<FluxCalibration> FLUX_CALIBRATION =
      Field.optional("flux_calibration", Types.oneOf(FluxCalibration.class));
  public static final Field<String> DERIVED_PREFIX = Field.optional("derived_prefix", Types.TEXT);

  public static final Field<QuarantineReason> REASON =
      Field.optional("quarantine_reason_code", Types.oneOf(QuarantineReason.class));
  public static final Field<String> REASON_DETAIL =
      Field.optional("quarantine_detail", Types.WORDS);
  public static final Field<String> REASON_MESSAGE =
      Field.optional("quarantine_message", Types.SENTENCE);
  public static final Field<Map<String, String>> REASON_FACTS =
      Field.optional("quarantine_facts", Types.FACTS);
  public static final Field<String> QUARANTINE_PREFIX =
      Field.optional("quarantine_prefix", Types.TEXT);
  public static final Field<Instant> QUARANTINED_AT =
      Field.optional("quarantined_at", Types.INSTANT);
  public static final Field<ManualReviewStatus> REVIEW =
      Field.optional("manual_review_status", Types.oneOf(ManualReviewStatus.class));
  public static final Field<String> REVIEW_REASON =
      Field.optional("manual_review_reason", Types.SENTENCE);

  public static final Field<String> REPROCESS_REASON =
      Field.optional("reprocess_reason", Types.SENTENCE);
  public static final Field<JobRunId> REPROCESS_BY =
      Field.optional("reprocess_requested_by", Types.RUN_ID);

  static final List<Field<?>> ALL =
      List.of(
          NOVA_ID,
          ID,
          PROVIDER,
          PRODUCT_TYPE,
          LOCATOR_IDENTITY,
          LOCATORS,
          VALIDATION_STATUS,
          ACQUISITION_STATUS,
          ELIGIBILITY,
          GSI1PK,
          GSI1SK,
          ATTEMPTS,
          LAST_AT,
          LAST_OUTCOME,
          LAST_ERROR,
          NEXT_AT,
          LAST_SUCCESS,
          CONTENT_FINGERPRINT,
          DUPLICATE_OF,
          RAW.bucket(),
          RAW.key(),
          RAW.byteLength(),
          RAW.etag(),
          RAW.sha256(),
          COMING_SHA256,
          COMING_BYTE_LENGTH,
          PROFILE_ID,
          PROFILE_INPUTS,
          NOTES,
          HEADER_HASH,
          INSTRUMENT,
          TELESCOPE,
          MJD,
          EXPOSURE,
          WAVELENGTH_MIN,
          WAVELENGTH_MAX,
          N_SAMPLES,
          N_ORDERS,
          SNR,
          FLUX_UNIT,
          FLUX_CALIBRATION,
          DERIVED_PREFIX,
          REASON,
          REASON_DETAIL,
          REASON_MESSAGE,
          REASON_FACTS,
          QUARANTINE_PREFIX,
          QUARANTINED_AT,
          REVIEW,
          REVIEW_REASON,
          REPROCESS_REASON,
          REPROCESS_BY,
          RightsFields.RIGHTS,
          RightsFields.LICENCE,
          RightsFields.BIBCODE,
          RightsFields.OBSERVERS);

  /** What a verdict on bytes leaves, which says nothing of other bytes. */
  static final List<Field<?>> OF_VERDICT =
      List.of(
          LAST_ERROR,
          NEXT_AT,
          CONTENT_FINGERPRINT,
          DUPLICATE_OF,
          PROFILE_ID,
          PROFILE_INPUTS,
          NOTES,
          HEADER_HASH,
          REASON,
          REASON_DETAIL,
          REASON_MESSAGE,
          REASON_FACTS,
          QUARANTINE_PREFIX,
          QUARANTINED_AT,
          REVIEW,
          REVIEW_REASON);

  private ProductFields() {}
}
