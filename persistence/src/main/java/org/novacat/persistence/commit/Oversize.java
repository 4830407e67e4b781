package org.novacat.persistence.commit;

import java.util.List;
import java.util.Map;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.commit.ValidationOutcome.Quarantined;
import org.novacat.persistence.commit.ValidationOutcome.Valid;
import org.novacat.persistence.product.QuarantineFacts;
import org.novacat.persistence.table.ItemSize;

/**
 * What is recorded of a product when what was to be recorded does not fit: that it did not, and
 * nothing that came from the file.
 */
final class Oversize {
  /** Bytes of an object's key in S3. */
  private static final int LONGEST_KEY = 1024;

  private Oversize() {}

  /** Its objects, where some were written, are where the unit said; no item lists them. */
  static Quarantined quarantined(OutcomeUnit unit) {
    String message =
        "Cannot record product: its item would grow by %s bytes, and %s are allowed (look for a"
                .formatted(unit.largest(), ItemSize.MOST_IN_WRITE)
            + " huge card in its header)";
    QuarantineFacts facts =
        new QuarantineFacts(
            QuarantineReason.LIMIT_EXCEEDED,
            "ITEM_TOO_LARGE",
            message,
            Map.of("bytes", Long.toString(unit.largest())),
            prefix(unit.outcome()));
    return new Quarantined(
        unit.outcome().product(), unit.outcome().sha256(), facts, null, List.of());
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
