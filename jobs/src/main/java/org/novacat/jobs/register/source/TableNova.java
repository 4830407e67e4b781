package org.novacat.jobs.register.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.nova.Constellation;
import org.novacat.layouts.nova.VariableStars;

/**
 * The nova that the name of a metadata table names: where it begins with the designation of a
 * variable star, letters as catalogues write them and set off from what follows, as in {@code
 * GQ_Mus_Spectra_MetaData.csv}. No other word of a name is an identity, and no name of a spectrum.
 */
final class TableNova {
  private static final Pattern DESIGNATION =
      Pattern.compile(
          "(V\\d{3,4}|[A-Z]{1,2})[_ -]?(%s)(?![A-Za-z0-9]).*".formatted(Constellation.pattern()));

  private TableNova() {}

  /** "" when the name says none. */
  static String of(String tableName) {
    Matcher matcher = DESIGNATION.matcher(tableName);
    return matcher.matches() && VariableStars.isDesignation(matcher.group(1))
        ? matcher.group(1) + " " + matcher.group(2)
        : "";
  }
}
