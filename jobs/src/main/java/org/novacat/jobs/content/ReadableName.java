package org.novacat.jobs.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.Provider;

/** Names of files that people read: letters, digits, '.', '+' and '-' of ASCII, parted by '_'. */
public final class ReadableName {
  private static final int LONGEST_PART = 60;
  private static final int ID_DIGITS = 8;

  private ReadableName() {}

  /**
   * The name of a spectrum, which no other has: its id is part of it.
   *
   * @param mjd of the observation; null when not known
   */
  static String ofSpectrum(
      String nova, Provider provider, String instrument, @Nullable Double mjd, DataProductId id) {
    StringJoiner name = new StringJoiner("_");
    name.add(part(nova)).add(part(provider.name()));
    String device = part(instrument);
    if (!device.isEmpty()) {
      name.add(device);
    }
    name.add(mjd == null ? "undated" : String.format(Locale.ROOT, "%.4f", mjd));
    return name.add(id.toString().substring(0, ID_DIGITS)).toString();
  }

  /**
   * Any text as a part of a name: what is no letter or digit of ASCII becomes '-', marks above
   * letters go. Safe on every system; "" when nothing is left.
   */
  public static String part(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String safe = plain.replaceAll("[^A-Za-z0-9.+]+", "-").replaceAll("\\.{2,}", ".");
    String cut = safe.substring(0, Math.min(safe.length(), LONGEST_PART));
    return cut.replaceAll("^[-.]+|[-.]+$", "");
  }
}
