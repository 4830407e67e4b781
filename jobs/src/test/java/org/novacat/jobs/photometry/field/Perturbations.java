package org.novacat.jobs.photometry.field;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Kinds of changes to a file that reads right, each with the law of what it must end as. */
enum Perturbations {
  NONSENSE_COLUMN(ColumnPerturbations::nonsense),
  LIMIT_FLAG(ColumnPerturbations::limitFlag),
  SAME_HEADER(ColumnPerturbations::sameHeader),
  SWAPPED_HEADER(ColumnPerturbations::swappedHeader),
  FREE_COMMENT(LinePerturbations::freeComment),
  KEY_COMMENT(LinePerturbations::keyComment),
  FACT_COMMENT(LinePerturbations::factComment),
  BLANK_LINE(LinePerturbations::blankLine),
  REPEATED_ROWS(LinePerturbations::repeatedRows),
  WIDE_ROW(CellPerturbations::wideRow),
  SHORT_ROW(CellPerturbations::shortRow),
  LIMIT_CELL(CellPerturbations::limitCell),
  DOUBT_CELL(CellPerturbations::doubtCell),
  ERROR_CELL(CellPerturbations::errorCell),
  PACKED(PackedPerturbations::packed),
  FITS_CARD(FitsPerturbations::card),
  FITS_HDU(FitsPerturbations::hdu),
  FITS_COLUMN(FitsPerturbations::column);

  /** Draws a change. */
  @FunctionalInterface
  interface Kind {
    /** Null when the change is none for this file. */
    @Nullable Perturbed of(Original original, Random random);
  }

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final Kind kind;

  Perturbations(Kind kind) {
    this.kind = kind;
  }

  /** One of this kind; null when the file cannot be changed so. */
  @Nullable Perturbed of(Original original, Random random) {
    return kind.of(original, random);
  }
}
