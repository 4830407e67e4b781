package org.novacat.jobs.photometry.field;

import java.util.List;
import java.util.function.BiFunction;

/** What a perturbed file must end as. */
@FunctionalInterface
interface Law {
  /** Rows of a file that say little of its columns. */
  int FEW = 20;

  /** How an outcome breaks the law; "" when it keeps it. */
  String fault(Outcome outcome);

  /** Both. */
  default Law and(Law other) {
    return outcome -> {
      String fault = fault(outcome);
      return fault.isEmpty() ? other.fault(outcome) : fault;
    };
  }

  /** Either this, or a refusal that names a piece. */
  default Law orRefusedFor(String piece) {
    return outcome -> outcome.isRefusedFor(piece) ? "" : fault(outcome);
  }

  /** A piece is named among those that nobody understood or needs. */
  static Law left(String piece) {
    return outcome -> outcome.isLeft(piece) ? "" : "'%s' is not accounted for".formatted(piece);
  }

  /** These ends in this order; a quality may be worse where {@code worse} says so. */
  static Law ends(List<End> expected, boolean worse) {
    return ends(expected, (was, is) -> same(was, is, worse));
  }

  /**
   * As many ends, each as another demands.
   *
   * @param check how an end breaks what is expected, "" when it does not
   */
  static Law ends(List<End> expected, BiFunction<End, End, String> check) {
    return outcome -> {
      if (outcome.refusal() != null) {
        return "refused: " + outcome.refusal();
      }
      List<End> ends = outcome.ends();
      for (int i = 0; i < Math.min(ends.size(), expected.size()); i++) {
        String fault = check.apply(expected.get(i), ends.get(i));
        if (!fault.isEmpty()) {
          return fault;
        }
      }
      return ends.size() == expected.size()
          ? ""
          : "%s ends, not %s".formatted(ends.size(), expected.size());
    };
  }

  /**
   * These ends of a file that falls into sections, which are understood each by itself: few rows do
   * not tell that a column looks as if it mattered, and a bare frequency needs others beside it.
   */
  static Law sections(List<End> expected) {
    boolean few = expected.size() < FEW;
    return ends(
        expected,
        (was, is) -> {
          boolean alone =
              is.core().equals("BAND_UNRECOGNIZED") && was.core().contains(" band=Radio_");
          End told = few ? new End(is.row(), is.core(), Math.max(was.quality(), is.quality())) : is;
          return alone && is.row() == was.row() ? "" : same(was, told, true);
        });
  }

  /** How an end differs from another; "" when it does not. */
  static String same(End was, End is, boolean worse) {
    boolean equal = is.row() == was.row() && is.core().equals(was.core());
    boolean quality = worse ? is.quality() >= was.quality() : is.quality() == was.quality();
    return equal && (quality || !was.isAccepted()) ? "" : "not %s but %s".formatted(was, is);
  }
}
