package org.novacat.jobs.photometry.ingest;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.novacat.layouts.id.NovaId;

/**
 * Cuts a text of several novae into one text for each: its own rows, byte for byte and in their
 * order, between all lines that are no rows, such as header and comments.
 */
final class Splitter {
  private static final int OF_ALL = -1;
  private static final int OF_NOBODY = -2;

  private final Lines lines;
  private final byte[] bytes;
  private final int[] owner;

  /** A text for one nova. */
  record Piece(byte[] bytes, LineMap lines) {}

  /** The cut of a text whose rows a survey went through. */
  Splitter(byte[] bytes, Lines lines, Survey survey, Shares shares, List<NovaId> novae) {
    this.bytes = bytes;
    this.lines = lines;
    this.owner = new int[lines.count() + 1];
    Arrays.fill(owner, OF_ALL);
    Map<NovaId, Integer> numbers = new HashMap<>();
    novae.forEach(nova -> numbers.put(nova, numbers.size()));
    for (int i = 0; i < survey.badRows().size(); i++) {
      mark(survey.badRows().get(i), OF_NOBODY);
    }
    for (int i = 0; i < survey.rows().size(); i++) {
      NovaId nova = shares.nova(survey.objectOfRow().get(i));
      mark(survey.rows().get(i), nova == null ? OF_NOBODY : numbers.get(nova));
    }
  }

  private void mark(int row, int whose) {
    if (row >= 1 && row < owner.length) {
      owner[row] = whose;
    }
  }

  /** The text of the nova with a number in the list given. */
  Piece piece(int number) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LineMap map = new LineMap();
    int written = 0;
    for (int line = 1; line <= lines.count(); line++) {
      if (owner[line] == number || owner[line] == OF_ALL) {
        out.write(bytes, lines.start(line), lines.end(line) - lines.start(line));
        map.add(++written, line);
      }
    }
    return new Piece(out.toByteArray(), map);
  }
}
