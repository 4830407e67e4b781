package org.novacat.jobs.credit;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.novacat.layouts.text.Tsv;

/**
 * A licence as other programs know it.
 *
 * @param name its SPDX identifier, or its conditions in words
 * @param isSpdx whether it is an identifier
 * @param title in full; the words again where it is none
 * @param url its text; "" for none
 */
public record Licence(String name, boolean isSpdx, String title, String url) {
  private static final Map<String, Licence> KNOWN =
      Tsv.resource(Licence.class, "licences.tsv").rows().stream()
          .map(row -> new Licence(row.cell("spdx"), true, row.cell("title"), row.cell("url")))
          .collect(Collectors.toMap(one -> letters(one.name), Function.identity()));

  /** The licence that words mean: {@code cc by 4.0} is CC-BY-4.0. */
  public static Licence of(String words) {
    String text = words.strip();
    Licence known = KNOWN.get(letters(text));
    return known == null ? new Licence(text, false, text, "") : known;
  }

  private static String letters(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[ _-]+", "");
  }
}
