package org.novacat.persistence.product;

import static org.novacat.persistence.product.ProductFields.ACQUISITION_STATUS;
import static org.novacat.persistence.product.ProductFields.ALL;
import static org.novacat.persistence.product.ProductFields.ATTEMPTS;
import static org.novacat.persistence.product.ProductFields.COMING_BYTE_LENGTH;
import static org.novacat.persistence.product.ProductFields.COMING_SHA256;
import static org.novacat.persistence.product.ProductFields.CONTENT_FINGERPRINT;
import static org.novacat.persistence.product.ProductFields.DERIVED_PREFIX;
import static org.novacat.persistence.product.ProductFields.DUPLICATE_OF;
import static org.novacat.persistence.product.ProductFields.ELIGIBILITY;
import static org.novacat.persistence.product.ProductFields.EXPOSURE;
import static org.novacat.persistence.product.ProductFields.FLUX_CALIBRATION;
import static org.novacat.persistence.product.ProductFields.FLUX_UNIT;
import static org.novacat.persistence.product.ProductFields.GSI1PK;
import static org.novacat.persistence.product.ProductFields.GSI1SK;
import static org.novacat.persistence.product.ProductFields.HEADER_HASH;
import static org.novacat.persistence.product.ProductFields.ID;
import static org.novacat.persistence.product.ProductFields.INSTRUMENT;
import static org.novacat.persistence.product.ProductFields.LAST_AT;
import static org.novacat.persistence.product.ProductFields.LAST_ERROR;
import static org.novacat.persistence.product.ProductFields.LAST_OUTCOME;
import static org.novacat.persistence.product.ProductFields.LAST_SUCCESS;
import static org.novacat.persistence.product.ProductFields.LOCATORS;
import static org.novacat.persistence.product.ProductFields.LOCATOR_IDENTITY;
import static org.novacat.persistence.product.ProductFields.MJD;
import static org.novacat.persistence.product.ProductFields.NEXT_AT;
import static org.novacat.persistence.product.ProductFields.NOTES;
import static org.novacat.persistence.product.ProductFields.NOVA_ID;
import static org.novacat.persistence.product.ProductFields.N_ORDERS;
import static org.novacat.persistence.product.ProductFields.N_SAMPLES;
import static org.novacat.persistence.product.ProductFields.OF_VERDICT;
import static org.novacat.persistence.product.ProductFields.PRODUCT_TYPE;
import static org.novacat.persistence.product.ProductFields.PROFILE_ID;
import static org.novacat.persistence.product.ProductFields.PROFILE_INPUTS;
import static org.novacat.persistence.product.ProductFields.PROVIDER;
import static org.novacat.persistence.product.ProductFields.QUARANTINED_AT;
import static org.novacat.persistence.product.ProductFields.QUARANTINE_PREFIX;
import static org.novacat.persistence.product.ProductFields.RAW;
import static org.novacat.persistence.product.ProductFields.REASON;
import static org.novacat.persistence.product.ProductFields.REASON_DETAIL;
import static org.novacat.persistence.product.ProductFields.REASON_FACTS;
import static org.novacat.persistence.product.ProductFields.REASON_MESSAGE;
import static org.novacat.persistence.product.ProductFields.REPROCESS_BY;
import static org.novacat.persistence.product.ProductFields.REPROCESS_REASON;
import static org.novacat.persistence.product.ProductFields.REVIEW;
import static org.novacat.persistence.product.ProductFields.REVIEW_REASON;
import static org.novacat.persistence.product.ProductFields.SNR;
import static org.novacat.persistence.product.ProductFields.TELESCOPE;
import static org.novacat.persistence.product.ProductFields.VALIDATION_STATUS;
import static org.novacat.persistence.product.ProductFields.WAVELENGTH_MAX;
import static org.novacat.persistence.product.ProductFields.WAVELENGTH_MIN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.file.RightsFields;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.state.Eligibility;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** A spectra DataProduct as an item. */
public final class SpectraProductItem {
  /** What {@code product_type} says of spectra. */
  public static final String TYPE = "SPECTRA";

  public static final Shape SHAPE =
      Shape.first(
          "DataProduct",
          "<nova_id>",
          "PRODUCT#SPECTRA#<provider>#<data_product_id>",
          ALL.toArray(Field<?>[]::new));

  /** What has to be read of a product to know where it stands; the rest then is missing. */
  public static final Set<String> COUNTED = counted();

  private SpectraProductItem() {}

  private static Set<String> counted() {
    Set<String> names = new TreeSet<>(SHAPE.required());
    names.addAll(List.of(REASON.name(), QUARANTINED_AT.name(), REVIEW.name()));
    return Set.copyOf(names);
  }

  public static ItemKey key(ProductRef ref) {
    return key(ref.novaId(), ref.provider(), ref.id());
  }

  public static ItemKey key(NovaId nova, Provider provider, DataProductId id) {
    return Keys.spectraProduct(nova, provider, id);
  }

  /** The product is as it was read. */
  public static Condition asRead(ProductRef ref) {
    return Condition.allOf(
        Condition.equal(Common.VERSION.name(), ref.version()),
        Condition.equal(VALIDATION_STATUS.name(), ref.state().validation().name()),
        Condition.equal(ACQUISITION_STATUS.name(), ref.state().acquisition().name()));
  }

  /**
   * Brings the product into a state. The attributes of the eligibility index come and go in the
   * same write, so that the index cannot disagree with the item.
   */
  public static Changes enter(Changes changes, ProductRef ref, ProductState to) {
    changes
        .set(VALIDATION_STATUS, to.validation())
        .set(ACQUISITION_STATUS, to.acquisition())
        .set(ELIGIBILITY, to.eligibility());
    return to.eligibility() == Eligibility.ACQUIRE
        ? changes.set(GSI1PK, ref.novaId()).set(GSI1SK, Keys.eligible(ref.provider(), ref.id()))
        : changes.remove(GSI1PK).remove(GSI1SK);
  }

  /** Says which bytes are about to take the place of those that the product has. */
  public static Write coming(ProductRef ref, ComingBytes coming, ProductState to, Stamp stamp) {
    Changes changes =
        Changes.of(key(ref), stamp)
            .set(COMING_SHA256, coming.sha256())
            .set(COMING_BYTE_LENGTH, coming.byteLength());
    return enter(changes, ref, to).when(asRead(ref));
  }

  /** Says that a valid product is to be read again; all that it has stays as it is. */
  static Write reprocess(ProductRef ref, Reprocessing why, ProductState to, Stamp stamp) {
    Changes changes =
        Changes.of(key(ref), stamp)
            .set(REPROCESS_REASON, why.reason())
            .set(REPROCESS_BY, why.by())
            .remove(NEXT_AT);
    return enter(changes, ref, to).when(asRead(ref));
  }

  /** Says what others may do with the product; its state stays. */
  static Write rights(ProductRef ref, Rights rights, Stamp stamp) {
    return RightsFields.set(Changes.of(key(ref), stamp), rights).when(asRead(ref));
  }

  /**
   * Records the bytes of a product and the state that having them leads to; a verdict on others
   * goes.
   *
   * @param locators where they were fetched
   */
  public static Write acquired(
      ProductRef ref, Pointer raw, List<String> locators, ProductState to, Stamp stamp) {
    Changes changes =
        RAW.set(Changes.of(key(ref), stamp), raw)
            .set(LOCATORS, locators)
            .remove(COMING_SHA256)
            .remove(COMING_BYTE_LENGTH);
    OF_VERDICT.forEach(changes::remove);
    return enter(changes, ref, to).when(asRead(ref));
  }

  /** A product that is only registered, with or without its bytes. */
  public static RawItem fresh(SpectraProduct product) {
    boolean eligible = product.state().eligibility() == Eligibility.ACQUIRE;
    ItemDraft draft = new ItemDraft(SHAPE, key(product.ref()), product.meta());
    return RAW.with(draft, product.rawFile())
        .with(NOVA_ID, product.novaId())
        .with(ID, product.id())
        .with(PROVIDER, product.provider())
        .with(PRODUCT_TYPE, TYPE)
        .with(LOCATOR_IDENTITY, product.locatorIdentity())
        .with(LOCATORS, product.locators())
        .with(VALIDATION_STATUS, product.state().validation())
        .with(ACQUISITION_STATUS, product.state().acquisition())
        .with(ELIGIBILITY, product.state().eligibility())
        .with(GSI1PK, eligible ? product.novaId() : null)
        .with(GSI1SK, eligible ? Keys.eligible(product.provider(), product.id()) : null)
        .with(ATTEMPTS, product.attempts().total())
        .item();
  }

  public static SpectraProduct read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new SpectraProduct(
        fields.get(NOVA_ID),
        fields.get(PROVIDER),
        fields.get(ID),
        fields.get(LOCATOR_IDENTITY),
        fields.get(LOCATORS),
        new ProductState(
            fields.get(VALIDATION_STATUS), fields.get(ACQUISITION_STATUS), fields.get(ELIGIBILITY)),
        attempts(fields),
        RAW.find(fields),
        coming(fields),
        fields.find(CONTENT_FINGERPRINT),
        fields.find(DUPLICATE_OF),
        profile(fields),
        summary(fields),
        fields.find(DERIVED_PREFIX),
        quarantine(fields),
        reprocessing(fields),
        RightsFields.read(fields),
        fields.meta());
  }

  private static AttemptHistory attempts(Fields fields) {
    return new AttemptHistory(
        fields.get(ATTEMPTS),
        fields.find(LAST_AT),
        fields.find(LAST_OUTCOME),
        fields.find(LAST_ERROR),
        fields.find(NEXT_AT),
        fields.find(LAST_SUCCESS));
  }

  private static @Nullable Reprocessing reprocessing(Fields fields) {
    String reason = fields.find(REPROCESS_REASON);
    return reason == null ? null : new Reprocessing(reason, fields.get(REPROCESS_BY));
  }

  private static @Nullable ComingBytes coming(Fields fields) {
    ContentHash sha256 = fields.find(COMING_SHA256);
    return sha256 == null ? null : new ComingBytes(sha256, fields.get(COMING_BYTE_LENGTH));
  }

  private static @Nullable ProfileChoice profile(Fields fields) {
    String id = fields.find(PROFILE_ID);
    return id == null
        ? null
        : new ProfileChoice(
            id,
            fields.get(PROFILE_INPUTS, Map.of()),
            fields.get(NOTES, List.of()),
            fields.get(HEADER_HASH, ""));
  }

  private static @Nullable SpectrumSummary summary(Fields fields) {
    Long samples = fields.find(N_SAMPLES);
    return samples == null
        ? null
        : new SpectrumSummary(
            fields.get(INSTRUMENT, ""),
            fields.get(TELESCOPE, ""),
            fields.find(MJD),
            fields.find(EXPOSURE),
            fields.get(WAVELENGTH_MIN),
            fields.get(WAVELENGTH_MAX),
            samples.intValue(),
            fields.get(N_ORDERS, 1L).intValue(),
            fields.find(SNR),
            fields.get(FLUX_UNIT, ""),
            fields.get(FLUX_CALIBRATION));
  }

  private static @Nullable Quarantine quarantine(Fields fields) {
    var reason = fields.find(REASON);
    return reason == null
        ? null
        : new Quarantine(
            new QuarantineFacts(
                reason,
                fields.get(REASON_DETAIL, ""),
                fields.get(REASON_MESSAGE, ""),
                fields.get(REASON_FACTS, Map.of()),
                fields.get(QUARANTINE_PREFIX, "")),
            fields.get(QUARANTINED_AT),
            fields.get(REVIEW),
            fields.get(REVIEW_REASON, ""));
  }
}
