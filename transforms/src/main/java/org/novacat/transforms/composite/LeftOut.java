package org.novacat.transforms.composite;

import static java.util.Objects.requireNonNull;

/**
 * A spectrum that is in no composite.
 *
 * @param id of the constituent
 * @param detail what was found, with its values
 */
public record LeftOut(String id, Reason reason, String detail) {
  /** Why a spectrum is in no composite. */
  public enum Reason {
    /** Its file says nothing about when it was taken. */
    EPOCH_UNKNOWN,
    /** When it was taken is not known to 0.1 d, so neither is its night. */
    EPOCH_TOO_VAGUE,
    /** It is itself made of exposures over more than half a day. */
    MULTI_EPOCH,
    /** It has several orders; which of them would be joined to what is not known. */
    SEVERAL_ORDERS,
    /** It has fewer than two samples, or none that is good. */
    NO_GOOD_SAMPLE,
    /** Another has the same file. */
    DUPLICATE,
    /** Where it overlaps others of its night, the medians differ by more than 10 %. */
    ARM_STEP,
    /** Others of its instrument and night are in another unit or calibration of flux. */
    OTHER_FLUX_UNIT,
    /** Others of its instrument and night are in another medium, air or vacuum. */
    OTHER_MEDIUM,
    /** Others of its night are of another provider or instrument. */
    OTHER_SETUP,
    /** There is no other within half a day. */
    ALONE
  }

  public LeftOut {
    requireNonNull(id, "id is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(detail, "detail is null");
  }
}
