package org.novacat.jobs.photometry.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableFactory;
import uk.ac.starlink.util.ByteArrayDataSource;

/** Cells of a text in columns, as readers cut them that know nothing of ours. */
final class OtherReader {
  /** What STIL reads as no value. */
  private static final Set<String> NOTHING = Set.of("", "nan", "null");

  private OtherReader() {}

  /**
   * The rows of a file.
   *
   * @param reader a delimiter of FastCSV, "tab" among them; a format of STIL; "qdp" for its ASCII
   *     below commands of QDP; or so many {@code words 6} from the end of a line
   * @param headers first lines besides comments that are no rows
   */
  static List<List<String>> read(Path file, String reader, int headers) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (reader.length() == 1 || reader.equals("tab")) {
      return delimited(bytes, reader.equals("tab") ? '\t' : reader.charAt(0), headers);
    }
    if (reader.startsWith("words ")) {
      return words(text(bytes), Integer.parseInt(reader.substring(6)));
    }
    return switch (reader) {
      case "ascii" -> stil("ascii", below(text(bytes), headers, "#"));
      case "qdp" -> stil("ascii", below(text(bytes), headers, "READ", "!"));
      case "mrt" -> stil("mrt", strict(text(bytes)));
      default -> stil(reader, text(bytes));
    };
  }

  /** By FastCSV. */
  static List<List<String>> delimited(byte[] bytes, char delimiter, int headers)
      throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .commentStrategy(CommentStrategy.SKIP)
            .commentCharacter('#')
            .skipEmptyLines(true)
            .ofCsvRecord(text(bytes))) {
      return reader.stream()
          .map(row -> row.getFields().stream().map(String::strip).toList())
          .skip(headers)
          .toList();
    }
  }

  /** STIL wants a blank behind the names of a title, which editors cut off, and no empty notes. */
  private static String strict(String text) {
    return text.replaceAll("(?m)^(Title|Authors|Table):$", "$1: ")
        .replaceFirst("(?m)^Notes:\\R-+\\R", "");
  }

  /** As many cells, of which the first may be several words. */
  private static List<List<String>> words(String text, int cells) {
    return text.lines()
        .map(
            line ->
                List.of(line.strip().split("\\s+(?=(\\S+\\s+){0,%s}\\S+$)".formatted(cells - 2))))
        .toList();
  }

  /** The lines that are neither comments nor the first of others. */
  private static String below(String text, int headers, String... comments) {
    return text.lines()
            .filter(line -> Arrays.stream(comments).noneMatch(line::startsWith))
            .filter(line -> !line.isBlank())
            .skip(headers)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static List<List<String>> stil(String format, String text) throws IOException {
    StarTable table =
        new StarTableFactory()
            .makeStarTable(new ByteArrayDataSource("table", text.getBytes(UTF_8)), format);
    List<List<String>> rows = new ArrayList<>();
    try (RowSequence row = table.getRowSequence()) {
      while (row.next()) {
        rows.add(Arrays.stream(row.getRow()).map(cell -> cell == null ? "" : cell + "").toList());
      }
    }
    return rows;
  }

  private static String text(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Whether two cells say the same: equal numbers, equal words, or nothing. */
  static boolean areSame(String our, String their) {
    if (our.equals(their.strip())) {
      return true;
    }
    if (isNothing(our) && isNothing(their)) {
      return true;
    }
    try {
      double ours = Double.parseDouble(our);
      return ours == Double.parseDouble(their) || Float.toString((float) ours).equals(their);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isNothing(String cell) {
    return NOTHING.contains(cell.strip().toLowerCase(Locale.ROOT));
  }
}
