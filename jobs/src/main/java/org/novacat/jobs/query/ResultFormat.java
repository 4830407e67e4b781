package org.novacat.jobs.query;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;

/** How the rows of an answer are written. */
enum ResultFormat {
  /** Aligned columns for people. */
  TABLE("txt"),
  /** JSON Lines, an object a row. */
  JSON("jsonl"),
  /** Comma-separated values by RFC 4180, a line of names first; nothing for null. */
  CSV("csv"),
  /** One Parquet file. */
  PARQUET("parquet");

  private final String ending;

  ResultFormat(String ending) {
    this.ending = ending;
  }

  /**
   * The format of rows on standard output.
   *
   * @param asked null when the user did not say
   * @param json whether standard output is for programs
   * @throws UserError when it is no text
   */
  static ResultFormat onStandardOutput(@Nullable ResultFormat asked, boolean json) {
    if (asked == PARQUET) {
      throw new UserError(
          "Cannot write Parquet to standard output: it is no text (name a file with --to)");
    }
    if (asked != null) {
      return asked;
    }
    return json ? JSON : TABLE;
  }

  /**
   * The format that a file name promises.
   *
   * @throws UserError when it promises none
   */
  static ResultFormat ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.json$", ".jsonl");
    return Stream.of(values())
        .filter(format -> lower.endsWith("." + format.ending))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot write '%s': its name promises no format (end it in .csv, .jsonl or .parquet, or give --format)"
                        .formatted(name)));
  }
}
