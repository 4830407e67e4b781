package org.novacat.transforms.spectrum.text.fact;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.text.Tsv;

/** What names of values mean (resource {@code text-keys.tsv}). */
public final class FactKeys {
  /** What a name means, and a remark on it; "" when there is none. */
  public record Known(TextFact fact, String what) {}

  private static final Map<String, Known> KNOWN = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(FactKeys.class, "text-keys.tsv").rows()) {
      Known known = new Known(TextFact.valueOf(row.cell("fact")), row.cell("what"));
      row.words("keys").forEach(key -> KNOWN.put(key, known));
    }
  }

  private FactKeys() {}

  /**
   * What a name means; null when nobody knows.
   *
   * @param plain in small letters and figures only
   */
  public static @Nullable Known of(String plain) {
    return KNOWN.get(plain);
  }
}
