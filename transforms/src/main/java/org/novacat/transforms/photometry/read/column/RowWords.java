package org.novacat.transforms.photometry.read.column;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Tsv;

/**
 * Words of titles and comments that could change what rows mean (resource {@code
 * comment-words.tsv}), whoever may read them.
 *
 * @param what what they could change, for people
 */
public record RowWords(String what, Pattern pattern) {
  private static final Pattern NOT =
      Pattern.compile(
          "(?i)\\b(?:not|without|no|un)[ -](?:been |yet |any )?(?=corre|dered|diff|inst)");

  private static final Pattern NEGATED = Pattern.compile("not-\\w+");

  private static final List<RowWords> ALL =
      Tsv.resource(RowWords.class, "comment-words.tsv").rows().stream()
          .map(row -> new RowWords(row.cell("what"), Pattern.compile("(?i)" + row.cell("words"))))
          .toList();

  /** What a text could change; empty when nothing. */
  public static Optional<String> in(String text) {
    String plain = NEGATED.matcher(NOT.matcher(text).replaceAll(" not-")).replaceAll("");
    return ALL.stream()
        .filter(words -> words.pattern.matcher(plain).find())
        .map(RowWords::what)
        .findFirst();
  }
}
