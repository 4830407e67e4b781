package org.novacat.transforms.spectrum.text;

import java.util.Map;
import java.util.Set;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.transforms.spectrum.text.fact.FileFacts;
import org.novacat.transforms.spectrum.text.fact.TextFact;
import org.novacat.transforms.spectrum.text.table.Directive;
import org.novacat.transforms.spectrum.text.table.TextTable;

/** What a file says of itself in names with values, and what is stated beside it. */
final class SpectrumFacts {
  /** Cards that show that names and values are those of FITS. */
  private static final Set<String> CARDS = Set.of("simple", "bitpix", "naxis", "dateobs");

  private static final Map<StatedFact, TextFact> STATED =
      Map.ofEntries(
          Map.entry(StatedFact.OBJECT, TextFact.OBJECT),
          Map.entry(StatedFact.MJD, TextFact.MJD_MID),
          Map.entry(StatedFact.JD, TextFact.JD_MID),
          Map.entry(StatedFact.DATE, TextFact.DATE),
          Map.entry(StatedFact.TIME_SCALE, TextFact.TIME_SCALE),
          Map.entry(StatedFact.EXPOSURE_SECONDS, TextFact.EXPOSURE),
          Map.entry(StatedFact.TELESCOPE, TextFact.TELESCOPE),
          Map.entry(StatedFact.INSTRUMENT, TextFact.INSTRUMENT),
          Map.entry(StatedFact.OBSERVER, TextFact.OBSERVER),
          Map.entry(StatedFact.RA_DEG, TextFact.RA),
          Map.entry(StatedFact.DEC_DEG, TextFact.DEC));

  private SpectrumFacts() {}

  /** The facts of a file. */
  static FileFacts of(TextTable table) {
    FileFacts facts = new FileFacts();
    boolean cards = table.directives().stream().map(Directive::plain).anyMatch(CARDS::contains);
    for (Directive said : table.directives()) {
      String where = said.line() > 0 ? "line %s: ".formatted(said.line()) : "";
      if (cards && said.plain().equals("date")) {
        facts.leave(said.key(), said.value(), where, "when the file was written");
      } else {
        facts.add(said.key(), said.value(), where);
      }
    }
    return facts;
  }

  /** Adds what is stated beside the file. */
  static void state(FileFacts facts, StatedFacts stated) {
    stated
        .facts()
        .forEach(
            (fact, value) -> {
              TextFact as = STATED.get(fact);
              if (as != null) {
                facts.state(as, value, "%s of %s".formatted(fact.key(), stated.from()));
              }
            });
  }
}
