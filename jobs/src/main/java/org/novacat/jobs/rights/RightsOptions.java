package org.novacat.jobs.rights;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.credit.CreditField;
import org.novacat.jobs.credit.RightsWords;
import org.novacat.persistence.file.Rights;
import picocli.CommandLine.Option;

/** What a person says of rights and credit on a command line. */
final class RightsOptions {
  @Option(
      names = "--rights",
      paramLabel = "WHO",
      description = "PUBLIC, PRIVATE or \"PROPRIETARY until YYYY-MM-DD\".")
  private @Nullable String rights;

  @Option(
      names = "--licence",
      paramLabel = "SPDX",
      description = "Its SPDX identifier, or its conditions in a few words.")
  private @Nullable String licence;

  @Option(names = "--bibcode", paramLabel = "CODE", description = "Of the publication to cite.")
  private @Nullable String bibcode;

  @Option(names = "--doi", paramLabel = "DOI", description = "Of what is to be cited.")
  private @Nullable String doi;

  @Option(
      names = "--observer",
      paramLabel = "NAME",
      description = "Whose observation it is; may be repeated, and takes the place of all before.")
  private List<String> observers = List.of();

  @Option(
      names = "--acknowledgement",
      paramLabel = "TEXT",
      description = "The sentence by which who uses it thanks.")
  private @Nullable String acknowledgement;

  @Option(names = "--source-url", paramLabel = "URL", description = "Where it was published.")
  private @Nullable String sourceUrl;

  @Option(
      names = "--clear",
      paramLabel = "FIELD",
      description = "Take back what was said of ${COMPLETION-CANDIDATES}; may be repeated.")
  private List<CreditField> clear = List.of();

  /**
   * What is said, by field; an empty list takes a fact back.
   *
   * @throws UserError when nothing is, or a fact is said and taken back
   */
  Map<CreditField, List<String>> said() {
    Map<CreditField, List<String>> said = new EnumMap<>(CreditField.class);
    put(said, CreditField.RIGHTS, rights);
    put(said, CreditField.LICENCE, licence);
    put(said, CreditField.BIBCODE, bibcode);
    put(said, CreditField.DOI, doi);
    put(said, CreditField.ACKNOWLEDGEMENT, acknowledgement);
    put(said, CreditField.SOURCE_URL, sourceUrl);
    if (!observers.isEmpty()) {
      said.put(CreditField.OBSERVERS, observers);
    }
    for (CreditField field : clear) {
      List<String> before = said.put(field, List.of());
      if (before != null && !before.isEmpty()) {
        throw new UserError(
            "Cannot set rights: %s is said and taken back (leave one out)".formatted(field.key()));
      }
    }
    if (said.isEmpty()) {
      throw new UserError("Cannot set rights: nothing is said (give --rights, --licence, …)");
    }
    return said;
  }

  private static void put(
      Map<CreditField, List<String>> said, CreditField field, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (text.isBlank()) {
      throw new UserError(
          "Cannot set rights: %s is empty (say --clear %s)"
              .formatted(field.key(), field.name().toLowerCase(Locale.ROOT)));
    }
    said.put(field, List.of(text));
  }

  /** Rights with what is said. */
  static Rights apply(Rights before, Map<CreditField, List<String>> said) {
    Rights now = before;
    for (Map.Entry<CreditField, List<String>> one : said.entrySet()) {
      Rights last = now;
      now = UserError.ifRefused(() -> RightsWords.with(last, one.getKey(), one.getValue()));
    }
    return now;
  }
}
