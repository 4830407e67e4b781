package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a file, or a spectrum in it, was refused.
 *
 * @param reason the persisted code
 * @param detail a finer code in capitals, stable enough to count by, e.g. {@code FITS_TRUNCATED}
 * @param message one sentence for people, with the values at fault
 * @param facts name and value pairs behind it, sorted by name
 */
public record Refusal(
    QuarantineReason reason, String detail, String message, Map<String, String> facts) {
  public Refusal {
    requireNonNull(reason, "reason is null");
    requireNonNull(detail, "detail is null");
    requireNonNull(message, "message is null");
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** A refusal without further facts. */
  public static Refusal of(QuarantineReason reason, String detail, String message) {
    return new Refusal(reason, detail, message, Map.of());
  }
}
