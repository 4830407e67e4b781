package org.novacat.jobs.credit;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.novacat.layouts.text.Tsv;

/**
 * A publication that novacat knows by more than its bibcode.
 *
 * @param authors as {@code family name, given names}
 */
public record Paper(
    String bibcode,
    List<String> authors,
    String title,
    String journal,
    String volume,
    String pages,
    String year,
    String doi) {
  private static final Map<String, Paper> KNOWN =
      Tsv.resource(Paper.class, "papers.tsv").rows().stream()
          .map(Paper::of)
          .collect(toMap(Paper::bibcode, Function.identity()));

  public Paper {
    authors = List.copyOf(authors);
  }

  private static Paper of(Tsv.Row row) {
    return new Paper(
        row.cell("bibcode"),
        Arrays.asList(row.cell("authors").split("; ")),
        row.cell("title"),
        row.cell("journal"),
        row.cell("volume"),
        row.cell("pages"),
        row.cell("year"),
        row.cell("doi"));
  }

  /** The paper with a bibcode; empty for one of which nothing else is known here. */
  public static Optional<Paper> find(String bibcode) {
    return Optional.ofNullable(KNOWN.get(bibcode));
  }
}
