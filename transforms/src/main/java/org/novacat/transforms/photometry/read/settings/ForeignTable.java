package org.novacat.transforms.photometry.read.settings;

import java.util.List;
import java.util.Map;

/**
 * A table that another module took out of a binary file.
 *
 * @param format id of the format
 * @param columns columns in the order of the file
 * @param facts what the header says, by the names that a sidecar has for it
 * @param rows cells as text, by row; what is null or NaN is ""
 */
public record ForeignTable(
    String format,
    List<ForeignColumn> columns,
    Map<String, String> facts,
    List<List<String>> rows) {
  public ForeignTable {
    columns = List.copyOf(columns);
    facts = Map.copyOf(facts);
  }

  /** A column; "" for what the file does not say. */
  public record ForeignColumn(String name, String unit, String ucd) {}

  /** Is told what a table takes before it is made. */
  @FunctionalInterface
  public interface Memory {
    /**
     * Counts a table of short cells.
     *
     * @throws RefusedException when it takes more than one file may
     */
    void cells(long rows, long columns);
  }

  /** Opens binary files for the reader, which knows text only. */
  @FunctionalInterface
  public interface Opener {
    /** Knows no binary format. */
    Opener NONE =
        (name, bytes, held) -> {
          throw new IllegalArgumentException(
              "Cannot read '%s': no reader of FITS tables is at hand".formatted(name));
        };

    /**
     * The tables in a FITS file that may be light curves, in its order.
     *
     * @param held is told of what will be taken of memory, and may throw
     * @throws IllegalArgumentException when there is none, with a message for people
     */
    List<ForeignTable> open(String name, byte[] bytes, Memory held);
  }
}
