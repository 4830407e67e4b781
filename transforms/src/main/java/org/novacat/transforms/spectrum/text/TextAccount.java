package org.novacat.transforms.spectrum.text;

import java.util.ArrayList;
import java.util.List;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.text.Excerpt;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.spectrum.text.table.LineCount;
import org.novacat.transforms.spectrum.text.table.TextTable;

/** The account of a file: what became of its lines, columns, names with values and remarks. */
final class TextAccount {
  private static final int LONGEST = 120;
  private static final int MOST = 20;

  private final List<Piece> pieces = new ArrayList<>();

  /** Begins with what the lines are; where rows are no lines, with nothing. */
  TextAccount(LineCount lines) {
    if (!lines.equals(LineCount.NONE)) {
      pieces.add(Piece.used("lines", "1-" + lines.all(), lines.words()));
    }
  }

  TextAccount add(List<Piece> more) {
    pieces.addAll(more);
    return this;
  }

  TextAccount header(TextTable table) {
    for (TextLine line : table.header()) {
      pieces.add(Piece.used("header", shown(line), "names, units or kinds of columns"));
    }
    TextLine misfit = table.misfit();
    if (misfit != null) {
      pieces.add(
          Piece.unaccounted(
              "header", shown(misfit), "it names another number of columns than rows have"));
    }
    for (TextLine remark : table.remarks()) {
      pieces.add(Piece.unaccounted("remark", shown(remark), "it stands behind the cells of a row"));
    }
    return this;
  }

  /** Names the rows that were left out, the first of them one by one. */
  TextAccount rejected(List<TextLine> lines, int all) {
    for (TextLine line : lines.subList(0, Math.min(MOST, lines.size()))) {
      pieces.add(Piece.unaccounted("row", shown(line), "it is no row of numbers, and left out"));
    }
    int more = all - Math.min(MOST, lines.size());
    if (more > 0) {
      pieces.add(
          Piece.unaccounted("row", more + " more", "they are no rows of numbers, and left out"));
    }
    return this;
  }

  TextAccount stated(StatedFacts stated) {
    stated
        .facts()
        .forEach(
            (fact, value) ->
                pieces.add(
                    Piece.used(
                        "stated", "%s = %s".formatted(fact.key(), value), "by " + stated.from())));
    return this;
  }

  private static String shown(TextLine line) {
    return "line %s: %s".formatted(line.number(), Excerpt.of(line.text().strip(), LONGEST));
  }

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }
}
