package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.text.Excerpt;
import org.novacat.persistence.item.Excerpts;

/**
 * Why a product is in quarantine. The item keeps an excerpt; all of it is in {@code context.json}.
 *
 * @param reason the code
 * @param detail a finer code
 * @param message one sentence for people, cut to 500 characters
 * @param facts at most 20 by name, of more one that says how many are left out; values cut to 200
 *     characters
 * @param prefix where the bytes and the context lie
 */
public record QuarantineFacts(
    QuarantineReason reason,
    String detail,
    String message,
    Map<String, String> facts,
    String prefix)
    implements Serializable {
  private static final int LONGEST_MESSAGE = 500;
  private static final int MOST_FACTS = 20;
  private static final int LONGEST_FACT = 200;

  public QuarantineFacts {
    requireNonNull(reason, "reason is null");
    requireNonNull(detail, "detail is null");
    requireNonNull(prefix, "prefix is null");
    message = Excerpt.of(message, LONGEST_MESSAGE);
    facts = Collections.unmodifiableMap(Excerpts.map(facts, MOST_FACTS, LONGEST_FACT));
  }
}
