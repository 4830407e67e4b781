package org.novacat.transforms.spectrum.text.source;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.transforms.text.SourceText;
import org.novacat.transforms.text.TextLines;

/**
 * A file of text, unpacked.
 *
 * @param name of the file, for people, without the ending of what it was packed with
 * @param text its bytes and their encoding
 * @param lines all of them in order, of the part that was asked for
 * @param whole whether the lines are all that the file has
 */
public record TextInput(String name, SourceText text, List<TextLine> lines, boolean whole) {
  /** The largest text that is read, bytes: a spectrum of a million samples has 30 MB. */
  public static final int MAX_BYTES = 64 << 20;

  /** The longest line, bytes. */
  static final int LONGEST_LINE = 1 << 16;

  private static final int MAX_LINES = 2_000_000;

  public TextInput {
    lines = List.copyOf(lines);
  }

  /**
   * The lines of a file.
   *
   * @throws TextRefusedException when it is no text, or larger than any spectrum
   */
  public static TextInput of(String fileName, byte[] bytes) {
    SourceText text = text(fileName, bytes);
    return new TextInput(plain(fileName), text, lines(fileName, text, Integer.MAX_VALUE), true);
  }

  /**
   * The first lines of a file, of which the last may be cut.
   *
   * @throws TextRefusedException when it is no text
   */
  public static TextInput head(String fileName, byte[] bytes, int mostLines) {
    SourceText text = text(fileName, bytes);
    List<TextLine> lines = lines(fileName, text, mostLines);
    return new TextInput(plain(fileName), text, lines, lines.size() < mostLines);
  }

  /** Its first bytes. */
  public String head() {
    return text.head(1 << 14);
  }

  static TextRefusedException limit(String name, String most) {
    return new TextRefusedException(
        QuarantineReason.LIMIT_EXCEEDED,
        "TEXT_TOO_LARGE",
        "Cannot read '%s': it has more than %s (split it, or write it as FITS)"
            .formatted(name, most));
  }

  private static String plain(String fileName) {
    return fileName.replaceFirst("(?i)\\.gz$", "");
  }

  private static SourceText text(String fileName, byte[] bytes) {
    boolean packed = SourceText.begins(bytes, 0x1F, 0x8B);
    byte[] plain = packed ? Inflated.of(fileName, bytes, MAX_BYTES) : bytes;
    if (plain.length > MAX_BYTES) {
      throw limit(fileName, MAX_BYTES + " bytes");
    }
    SourceText text = SourceText.of(plain);
    if (text.isBlank()) {
      throw unreadable(fileName, "TEXT_EMPTY", "it is empty (fetch it again)");
    }
    if (text.isBinary()) {
      throw unreadable(
          fileName,
          "NOT_TEXT",
          "its bytes are no text (give FITS an ending of FITS, such as .fits)");
    }
    return text;
  }

  private static TextRefusedException unreadable(String name, String detail, String why) {
    return new TextRefusedException(
        QuarantineReason.UNREADABLE, detail, "Cannot read '%s': %s".formatted(name, why));
  }

  private static List<TextLine> lines(String fileName, SourceText text, int most) {
    List<TextLine> lines = new ArrayList<>();
    TextLines walk = new TextLines(text);
    while (lines.size() < most && walk.next()) {
      if (walk.nextStart() - walk.start() > LONGEST_LINE && !isDocument(text)) {
        throw limit(fileName, LONGEST_LINE + " bytes in line " + walk.number());
      }
      if (lines.size() == MAX_LINES) {
        throw limit(fileName, MAX_LINES + " lines");
      }
      if (walk.number() % 4096 == 0 && Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while reading '%s'".formatted(fileName));
      }
      lines.add(new TextLine(walk.number(), walk.text()));
    }
    return lines;
  }

  /** Documents of XML may be one line. */
  private static boolean isDocument(SourceText text) {
    return text.head(64).stripLeading().startsWith("<");
  }
}
