package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.persistence.item.Times;

/**
 * What a run found out about a photometry upload.
 *
 * @param format the detected format; "" when none was
 * @param rows read; {@code accepted + rejected}
 * @param accepted rows that enter tables
 * @param rejected rows that enter none
 * @param novae whose tables have rows of it; empty when refused
 * @param refusal why it was refused as a whole; null when accepted
 * @param quarantinePrefix where its rejected rows, or it, lie; "" when nothing was rejected
 * @param quarantined SHA-256 by key of the objects that lie there; empty for verdicts of before
 *     they were kept
 * @param manifest SHA-256 of its {@code manifest.json}; null when refused
 * @param rules versions of the registry, the readers and the kept rows that decided
 * @param at when
 */
public record UploadVerdict(
    String format,
    long rows,
    long accepted,
    long rejected,
    List<NovaId> novae,
    @Nullable FileRefusal refusal,
    String quarantinePrefix,
    Map<ObjectKey, ContentHash> quarantined,
    @Nullable ContentHash manifest,
    String rules,
    Instant at) {
  public UploadVerdict {
    requireNonNull(format, "format is null");
    requireNonNull(quarantinePrefix, "quarantinePrefix is null");
    requireNonNull(rules, "rules is null");
    novae = List.copyOf(novae);
    quarantined = Map.copyOf(quarantined);
    at = Times.cut(at);
    if (rows != accepted + rejected) {
      throw new IllegalArgumentException(
          "Cannot build verdict: %s rows are not %s accepted and %s rejected"
              .formatted(rows, accepted, rejected));
    }
    if (refusal != null && (accepted > 0 || !novae.isEmpty())) {
      throw new IllegalArgumentException("Cannot build verdict: refused, and rows were accepted");
    }
  }
}
