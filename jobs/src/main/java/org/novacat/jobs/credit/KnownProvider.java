package org.novacat.jobs.credit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.text.Tsv;

/**
 * A line of {@code providers.tsv}: what holds for all that comes from a provider.
 *
 * @param names of providers; one that goes on behind '.', '_' or '-' is meant too
 */
record KnownProvider(
    List<String> names, Database database, String licence, String acknowledgement) {
  private static final Pattern OPTIONAL =
      Pattern.compile("\\[([^\\[\\]{}]*)\\{(\\w+)\\}([^\\[\\]{}]*)\\]");
  private static final List<KnownProvider> ALL =
      Tsv.resource(KnownProvider.class, "providers.tsv").rows().stream()
          .map(KnownProvider::of)
          .toList();

  private static KnownProvider of(Tsv.Row row) {
    Database database =
        new Database(row.cell("name"), row.cell("bibcode"), row.cell("doi"), row.cell("url"));
    return new KnownProvider(
        row.words("provider"), database, row.cell("licence"), row.cell("acknowledgement"));
  }

  static List<KnownProvider> all() {
    return ALL;
  }

  /** The first line that has the name of a provider. */
  static Optional<KnownProvider> of(Provider provider) {
    return ALL.stream().filter(known -> known.isMeant(provider.name())).findFirst();
  }

  private boolean isMeant(String provider) {
    return names.stream()
        .anyMatch(
            name ->
                provider.startsWith(name)
                    && (provider.length() == name.length()
                        || "._-".indexOf(provider.charAt(name.length())) >= 0));
  }

  /**
   * The sentence of thanks; its parts in brackets go where the header does not say what they name.
   */
  String acknowledgement(HeaderFacts header) {
    Matcher part = OPTIONAL.matcher(acknowledgement);
    return part.replaceAll(
        found -> {
          String said = header.text(found.group(2));
          return Matcher.quoteReplacement(
              said.isEmpty() ? "" : found.group(1) + said + found.group(3));
        });
  }
}
