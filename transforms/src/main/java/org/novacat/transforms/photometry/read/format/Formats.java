package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.ForeignTable;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Tables;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.photometry.read.upload.Held;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.read.upload.Upload;
import org.novacat.transforms.text.TextLines;

/**
 * The formats of text, asked in turn by content; what none of them takes is plain text. Beside them
 * the tables that another module opened.
 */
public final class Formats {
  /** A format. */
  @FunctionalInterface
  interface Format {
    /**
     * The table in a file; null when the file is of another format.
     *
     * @throws RefusedException when it is of this format and has no table
     */
    public @Nullable RawTable open(TextUpload in);
  }

  /** Documents, which may be one line. */
  private static final List<Format> DOCUMENTS =
      List.of(Formats::webPage, VoTable::open, JsonTables::open, Formats::other);

  /** Texts that hold no table which is read. */
  private static final List<Other> OTHERS =
      Tsv.resource(Formats.class, "text-kinds.tsv").rows().stream()
          .map(
              row ->
                  new Other(
                      row.words("needs"),
                      Pattern.compile(row.cell("pattern")),
                      row.cell("what"),
                      row.cell("remedy")))
          .toList();

  private record Other(List<String> needs, Pattern pattern, String what, String remedy) {
    boolean is(String head) {
      return needs.stream().anyMatch(head::contains) && pattern.matcher(head).lookingAt();
    }
  }

  private static final List<Format> LINES =
      List.of(
          Ecsv::open,
          AavsoReport::open,
          Ipac::open,
          Qdp::open,
          ByteByByte::ofTable,
          ByteByByte::ofCompanion);

  private static final Pattern WEB_PAGE = Pattern.compile("(?i)\\s*(<!doctype html|<html)[\\s>]");

  private Formats() {}

  /**
   * The table in a text.
   *
   * @throws RefusedException when there is none
   */
  public static Opened open(TextUpload in) {
    RawTable table = first(DOCUMENTS, in);
    if (table != null) {
      return new Opened(table, -1);
    }
    int lines = checkedLines(in);
    table = first(LINES, in);
    return new Opened(table == null ? PlainText.open(in) : table, lines);
  }

  /**
   * A table and the text that it is.
   *
   * @param lines lines of the text; -1 when the rows are no lines
   */
  public record Opened(RawTable table, int lines) {}

  /**
   * The light curve in a FITS file.
   *
   * @throws RefusedException when there is none
   */
  public static RawTable foreign(Upload upload, ForeignTable.Opener opener, Held held) {
    try {
      List<ForeignTable> foreign = opener.open(upload.name(), upload.bytes(), held::cells);
      return Tables.chained(
          foreign.get(0).format(),
          foreign.stream().map(Formats::part).toList(),
          table ->
              KnownTables.recognised(
                  table, upload.name() + table.facts().get(ColumnFacts.TELESCOPE)));
    } catch (IllegalArgumentException e) {
      throw new UploadRefusedException(
          FileRefusalCode.UNRECOGNIZED_FORMAT,
          String.valueOf(e.getMessage()),
          "Upload the table of the light curve");
    }
  }

  private static Tables.Part part(ForeignTable foreign) {
    List<UploadColumn> columns =
        foreign.columns().stream()
            .map(c -> UploadColumn.named(c.name()).withUnit(c.unit()).as(c.ucd(), ""))
            .toList();
    FactWords facts = new FactWords();
    foreign.facts().forEach(facts::fact);
    return new Tables.Part(columns, facts.facts(), foreign.rows());
  }

  private static @Nullable RawTable first(List<Format> formats, TextUpload in) {
    return formats.stream()
        .flatMap(format -> Stream.ofNullable(format.open(in)))
        .findFirst()
        .orElse(null);
  }

  /** Lines are read one by one, and those of rows and comments alike become strings. */
  private static int checkedLines(TextUpload in) {
    TextLines lines = new TextLines(in.text());
    boolean mayBeTooLong = in.text().mayHaveLineOver(ReadSettings.LONGEST_LINE);
    while (mayBeTooLong && lines.next()) {
      if (lines.nextStart() - lines.start() > ReadSettings.LONGEST_LINE) {
        throw new UploadRefusedException(
            FileRefusals.tooWide(in.name(), ReadSettings.LONGEST_LINE, "bytes in one line"));
      }
    }
    int count = in.text().countLines();
    if (count > ReadSettings.MAX_LINES) {
      throw new UploadRefusedException(
          FileRefusals.tooLarge(in.name(), ReadSettings.MAX_LINES, "lines"));
    }
    return count;
  }

  /**
   * Never a table: refuses what an archive sends when it means "log in" or "not found", saved under
   * the name of a table, and leaves others to other formats.
   */
  private static @Nullable RawTable webPage(TextUpload in) {
    if (WEB_PAGE.matcher(in.head()).lookingAt()) {
      throw UploadRefusedException.unrecognized(
          in.name(),
          "it is a web page",
          "Open it to see what its sender had to say, and download the table again");
    }
    return null;
  }

  /** Never a table: refuses texts of which it is known what they are. */
  private static @Nullable RawTable other(TextUpload in) {
    String head = in.head();
    for (Other other : OTHERS) {
      if (other.is(head)) {
        throw UploadRefusedException.unrecognized(in.name(), "it is " + other.what, other.remedy);
      }
    }
    return null;
  }
}
