package org.novacat.jobs.content;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;

/**
 * A spectrum that does not go out, though everybody may know of it.
 *
 * @param code more closely why, as the reason code of a quarantine; "" where the reason says it all
 * @param duplicateOf the spectrum with the same bytes that goes out; null when it is no duplicate,
 *     or that one does not go out with this nova
 */
public record LeftOut(
    DataProductId id, Reason reason, String code, @Nullable DataProductId duplicateOf)
    implements Serializable {
  /** Why. */
  public enum Reason {
    /** It has the bytes of another one. */
    DUPLICATE,
    /** It was refused, by a rule or a person. */
    QUARANTINED,
    /** The table has lost what was made of it; the next run makes it again. */
    DERIVED_LOST
  }

  public LeftOut {
    requireNonNull(id, "id is null");
    requireNonNull(reason, "reason is null");
    requireNonNull(code, "code is null");
  }
}
