package org.novacat.transforms.spectrum.text.column;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.text.Tsv;

/**
 * What UCDs (IVOA UCD1+) and utypes (IVOA SpectrumDM 1.1, by their ends, for prefixes differ) say
 * of a column; resource {@code descriptors.tsv}, in which the first that fits holds.
 */
final class Descriptors {
  private record Rule(String kind, String text, ColumnRole role) {}

  private static final List<Rule> RULES =
      Tsv.resource(Descriptors.class, "descriptors.tsv").rows().stream()
          .map(
              row ->
                  new Rule(
                      row.cell("kind"), row.cell("text"), ColumnRole.valueOf(row.cell("role"))))
          .toList();

  private Descriptors() {}

  /** Null when they say nothing, or something else. */
  static @Nullable ColumnRole role(String ucd, String utype) {
    ColumnRole byUtype = first("utype", utype.toLowerCase(Locale.ROOT));
    return byUtype != null ? byUtype : first("ucd", ucd.toLowerCase(Locale.ROOT));
  }

  private static @Nullable ColumnRole first(String kind, String text) {
    return RULES.stream()
        .filter(rule -> rule.kind.equals("utype") == kind.equals("utype") && fits(rule, text))
        .map(Rule::role)
        .findFirst()
        .orElse(null);
  }

  private static boolean fits(Rule rule, String text) {
    return switch (rule.kind) {
      case "utype" -> text.endsWith(rule.text);
      case "first" -> text.startsWith(rule.text);
      default -> text.contains(rule.text);
    };
  }
}
