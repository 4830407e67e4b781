package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.Map;
import org.novacat.layouts.photometry.Trust;
import org.novacat.transforms.photometry.read.column.ColumnUse;
import org.novacat.transforms.photometry.read.column.TimeFrame;

/**
 * What was made of a file before its rows were read.
 *
 * @param format id of the format
 * @param encoding charset of the file; "binary" for binary formats
 * @param lines whether rows are lines of the file, each ended by a byte 10 or 13; if not, they are
 *     packed, in UTF-16, or elements of something
 * @param columns each with its role and the reason
 * @param time how the times count
 * @param facts what the file says outside its rows
 * @param object the nova of all rows; "" when a column names it, or nothing does
 * @param objectReason where that is from, for people
 * @param band the band of all rows; "" when columns name it, or nothing does
 * @param bandReason where that is from, for people
 * @param trust how sure nova and band are; what rows say for themselves is null
 * @param wishes what a sidecar could add
 * @param notes what else happened, such as a sidecar that contradicts the file
 * @param more what was made of the sections behind a second header, or behind a line that changes
 *     what holds, in order
 * @param account what became of its pieces; of nothing before its rows were read
 */
public record Understanding(
    String format,
    String encoding,
    boolean lines,
    List<ColumnUse> columns,
    TimeFrame time,
    Map<String, String> facts,
    String object,
    String objectReason,
    String band,
    String bandReason,
    Trust trust,
    List<Wish> wishes,
    List<String> notes,
    List<Understanding> more,
    Account account) {
  public Understanding {
    more = List.copyOf(more);
    columns = List.copyOf(columns);
    facts = Map.copyOf(facts);
    wishes = List.copyOf(wishes);
    notes = List.copyOf(notes);
  }

  /** With the sections behind this one, and what became of all pieces. */
  public Understanding and(List<Understanding> sections, Account all) {
    return new Understanding(
        format,
        encoding,
        lines,
        columns,
        time,
        facts,
        object,
        objectReason,
        band,
        bandReason,
        trust,
        wishes,
        notes,
        sections,
        all);
  }

  /**
   * Something that a sidecar could say.
   *
   * @param key its name in the sidecar
   * @param example a value to write there, as JSON
   * @param reason what it would mend
   * @param needed whether the file stays out without it
   */
  public record Wish(String key, String example, String reason, boolean needed) {}
}
