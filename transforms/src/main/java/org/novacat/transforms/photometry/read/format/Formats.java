package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.text.TextLines;

/** The formats of text, asked in turn by content; what none of them takes is plain text. */
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
      List.of(WebPage::open, VoTable::open, JsonTables::open);

  private static final List<Format> LINES =
      List.of(
          Ecsv::open,
          AavsoExtended::open,
          Ipac::open,
          Qdp::open,
          ByteByByte::ofTable,
          ByteByByte::ofCompanion);

  private Formats() {}

  /**
   * The table in a text.
   *
   * @throws RefusedException when there is none
   */
  public static RawTable open(TextUpload in) {
    RawTable table = first(DOCUMENTS, in);
    if (table != null) {
      return table;
    }
    checkLines(in);
    table = first(LINES, in);
    return table == null ? PlainText.open(in) : table;
  }

  private static @Nullable RawTable first(List<Format> formats, TextUpload in) {
    for (Format format : formats) {
      RawTable table = format.open(in);
      if (table != null) {
        return table;
      }
    }
    return null;
  }

  /** Lines are read one by one, and those of rows and comments alike become strings. */
  private static void checkLines(TextUpload in) {
    TextLines lines = new TextLines(in.text());
    while (lines.next()) {
      if (lines.nextStart() - lines.start() > ReadSettings.LONGEST_LINE) {
        throw new UploadRefusedException(
            FileRefusals.tooLarge(in.name(), ReadSettings.LONGEST_LINE, "bytes in one line"));
      }
    }
    if (lines.number() > ReadSettings.MAX_LINES) {
      throw new UploadRefusedException(
          FileRefusals.tooLarge(in.name(), ReadSettings.MAX_LINES, "lines"));
    }
  }

  /**
   * What an archive sends when it means "log in" or "not found", saved under the name of a table.
   */
  private static final class WebPage {
    private static final Pattern BEGIN = Pattern.compile("(?i)\\s*(<!doctype html|<html)[\\s>]");

    private WebPage() {}

    /** Never a table: refuses a web page, and leaves others to other formats. */
    static @Nullable RawTable open(TextUpload in) {
      if (BEGIN.matcher(in.head()).lookingAt()) {
        throw new UploadRefusedException(
            FileRefusalCode.UNRECOGNIZED_FORMAT,
            "Cannot read '%s': it is a web page".formatted(in.name()),
            "Open it to see what its sender had to say, and download the table again");
      }
      return null;
    }
  }
}
