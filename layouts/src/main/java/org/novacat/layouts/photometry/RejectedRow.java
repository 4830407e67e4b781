package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.novacat.layouts.text.Excerpt;

/**
 * A row that enters no table. Its texts are cut to {@link #LONGEST} characters, because a row may
 * have any length.
 *
 * @param sourceRow line (text) or row (binary) in the original file, from 1
 * @param text the row as the file has it
 * @param code the persisted code
 * @param detail one sentence for people, with the value at fault
 * @param candidates what it could have meant, such as bands or novae; empty when nothing
 */
public record RejectedRow(
    int sourceRow, String text, RowRejectionCode code, String detail, List<String> candidates) {
  /** Characters of a text. */
  public static final int LONGEST = 2000;

  public RejectedRow {
    requireNonNull(text, "text is null");
    requireNonNull(code, "code is null");
    requireNonNull(detail, "detail is null");
    text = Excerpt.of(text, LONGEST);
    detail = Excerpt.of(detail, LONGEST);
    candidates = List.copyOf(candidates);
  }

  /** A rejection that has no candidates. */
  public static RejectedRow of(int sourceRow, String text, RowRejectionCode code, String detail) {
    return new RejectedRow(sourceRow, text, code, detail, List.of());
  }

  /** The same rejection with the row as the file has it. */
  public RejectedRow withText(String raw) {
    return new RejectedRow(sourceRow, raw, code, detail, candidates);
  }
}
