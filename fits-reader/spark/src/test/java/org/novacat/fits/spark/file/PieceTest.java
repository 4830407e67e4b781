package org.novacat.fits.spark.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PieceTest {
  private static final ListedFile FILE = new ListedFile("file:/table.fits", 0, 0);

  @Test
  void tableALittleLongerThanASplit_isDividedInHalves() {
    List<Piece> pieces = Piece.ofRows(FILE, 11, 100, 1000);

    assertThat(pieces).containsExactly(new Piece(FILE, 0, 6, 600), new Piece(FILE, 6, 5, 500));
  }

  @Test
  void tableOfTheBenchmark_isDividedIntoAlikeRanges() {
    List<Piece> pieces = Piece.ofRows(FILE, 9_600_000, 52, 128 << 20);

    assertThat(pieces).extracting(Piece::rows).containsOnly(2_400_000L).hasSize(4);
  }

  @Test
  void rowLongerThanASplit_isARangeOfItsOwn() {
    assertThat(Piece.ofRows(FILE, 3, 5000, 1000))
        .extracting(Piece::rows)
        .containsOnly(1L)
        .hasSize(3);
  }

  @Test
  void noRows_giveNoRange() {
    assertThat(Piece.ofRows(FILE, 0, 8, 1000)).isEmpty();
  }
}
