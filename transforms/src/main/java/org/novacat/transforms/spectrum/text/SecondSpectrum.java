package org.novacat.transforms.spectrum.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.novacat.layouts.spectrum.ColumnWords;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.transforms.spectrum.text.fact.FactKeys;
import org.novacat.transforms.spectrum.text.fact.TextFact;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;
import org.novacat.transforms.spectrum.text.table.Directive;
import org.novacat.transforms.spectrum.text.table.TextTable;

/** Finds where the spectrum of another night or target begins in the middle of a file. */
final class SecondSpectrum {
  private static final Set<TextFact> TELL =
      Set.of(
          TextFact.OBJECT,
          TextFact.DATE,
          TextFact.DATE_START,
          TextFact.DATE_MID,
          TextFact.JD,
          TextFact.JD_START,
          TextFact.JD_MID,
          TextFact.MJD,
          TextFact.MJD_START,
          TextFact.MJD_MID,
          TextFact.INSTRUMENT,
          TextFact.TELESCOPE);

  private SecondSpectrum() {}

  /**
   * Refuses a file in which a name gets another value between the rows.
   *
   * @throws TextRefusedException when one does
   */
  static void check(String fileName, TextTable table) {
    if (table.lines().all() == 0 || table.samples().rows() == 0) {
      return;
    }
    int first = table.samples().line(0);
    int last = table.samples().line(table.samples().rows() - 1);
    Map<TextFact, String> above = new EnumMap<>(TextFact.class);
    for (Directive said : table.directives()) {
      FactKeys.Known known = FactKeys.of(said.plain());
      if (known != null && TELL.contains(known.fact())) {
        String value = ColumnWords.plain(said.value());
        String before = above.putIfAbsent(known.fact(), value);
        boolean between = said.line() > first && said.line() < last;
        if (between && before != null && !before.equals(value)) {
          throw refusal(fileName, said);
        }
      }
    }
  }

  private static TextRefusedException refusal(String fileName, Directive said) {
    return new TextRefusedException(
        QuarantineReason.NOT_A_SPECTRUM,
        "SECOND_SPECTRUM",
        "Cannot read '%s': line %s begins another spectrum, '%s = %s' (split the file there)"
            .formatted(fileName, said.line(), said.key(), said.value()));
  }
}
