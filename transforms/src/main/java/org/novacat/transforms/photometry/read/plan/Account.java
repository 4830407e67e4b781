package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;
import org.novacat.transforms.photometry.read.table.LineTally;

/**
 * What became of the pieces of a file besides its columns, and how its lines add up.
 *
 * @param lines lines that are no rows; none where rows are no lines
 * @param rowLines lines of rows, accepted and rejected; rows where these are no lines
 * @param pieces each comment that says something as a name and a value, the name of the file where
 *     it was used, and values of flags; all unaccounted columns are among them
 */
public record Account(LineTally lines, long rowLines, List<Piece> pieces) {
  /** Nothing was read yet. */
  public static final Account NONE = new Account(LineTally.NONE, 0, List.of());

  public Account {
    pieces = List.copyOf(pieces);
  }

  /**
   * The pieces that comments between rows are.
   *
   * @param unread names and values, each on a line with {@code =} between the two
   */
  public static List<Piece> between(String unread) {
    return CommentAccount.ofUnread(unread).pieces();
  }

  /** Pieces that nobody understood. */
  public List<Piece> unaccounted() {
    return pieces.stream().filter(piece -> piece.fate() == Fate.UNACCOUNTED).toList();
  }
}
