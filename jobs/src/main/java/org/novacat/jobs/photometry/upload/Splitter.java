package org.novacat.jobs.photometry.upload;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.novacat.layouts.id.NovaId;
import org.novacat.transforms.text.SourceText;
import org.novacat.transforms.text.TextLines;

/** Cuts an upload of several novae into one piece for each. */
final class Splitter {
  private final UploadFile upload;
  private final Owners owners;

  /**
   * A file for one nova.
   *
   * @param suffix what its name has behind that of the upload
   */
  record Piece(byte[] bytes, String suffix) {}

  Splitter(UploadFile upload, Owners owners) {
    this.upload = upload;
    this.owners = owners;
  }

  /**
   * A text is cut into lines, a piece when it is asked for: each has its own rows, byte for byte
   * and in their order, between all lines that are no rows, such as header and comments.
   */
  IntFunction<Piece> lines() {
    Lines lines = Lines.of(upload.file().bytes());
    return number -> piece(number, lines);
  }

  private Piece piece(int number, Lines lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int line = 1; line <= lines.count(); line++) {
      int owner = owners.of(line);
      if (owner == number || owner == Owners.OF_ALL) {
        out.write(upload.file().bytes(), lines.start(line), lines.end(line) - lines.start(line));
      }
    }
    return new Piece(out.toByteArray(), "");
  }

  /** Rows that are no lines are written as ECSV. */
  IntFunction<Piece> excerpts(int pieces) {
    List<byte[]> written = upload.reader().excerpts(upload.file(), pieces, owners::of);
    return number -> new Piece(written.get(number), ".ecsv");
  }

  /** Where the lines of a text begin, counted from 1 as readers count them. */
  static final class Lines {
    private final int[] starts;
    private final int end;

    private Lines(int[] starts, int end) {
      this.starts = starts;
      this.end = end;
    }

    /** The lines of a text that is not transcoded. */
    static Lines of(byte[] bytes) {
      TextLines walk = new TextLines(SourceText.of(bytes));
      Ints starts = new Ints();
      while (walk.next()) {
        // What stands before the first line, such as a byte order mark, goes with it.
        starts.add(starts.size() == 0 ? 0 : walk.start());
      }
      return new Lines(starts.toArray(), bytes.length);
    }

    int count() {
      return starts.length;
    }

    /** Where line {@code number} begins. */
    int start(int number) {
      return starts[number - 1];
    }

    /** Where the line behind it begins. */
    int end(int number) {
      return number == starts.length ? end : starts[number];
    }
  }

  /** Which of the novae of an upload each of its lines or rows belongs to. */
  static final class Owners {
    /** A line that is no row, such as a header or a comment. */
    static final int OF_ALL = -1;

    /** A row that enters no table. */
    static final int OF_NOBODY = -2;

    private int[] owner = new int[0];

    /** The owners of the rows that a survey went through, as numbers in the list of novae. */
    Owners(Survey survey, Shares shares, List<NovaId> novae) {
      Map<NovaId, Integer> numbers = new HashMap<>();
      novae.forEach(nova -> numbers.put(nova, numbers.size()));
      for (int i = 0; i < survey.bad().size(); i++) {
        mark(survey.bad().row(i), OF_NOBODY);
      }
      for (int i = 0; i < survey.rows().size(); i++) {
        NovaId nova = shares.nova(survey.objectOfRow().get(i));
        mark(survey.rows().get(i), nova == null ? OF_NOBODY : numbers.get(nova));
      }
    }

    private void mark(int row, int whose) {
      int before = owner.length;
      if (row >= before) {
        owner = Arrays.copyOf(owner, Math.max(row + 1, before * 2));
        Arrays.fill(owner, before, owner.length, OF_ALL);
      }
      owner[row] = whose;
    }

    /** The number of the nova that has a row, or one of the constants. */
    int of(int row) {
      return row < owner.length ? owner[row] : OF_ALL;
    }
  }
}
