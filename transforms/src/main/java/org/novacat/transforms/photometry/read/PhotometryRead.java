package org.novacat.transforms.photometry.read;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.upload.RowTally;

/** How the reading of an upload ended. */
public sealed interface PhotometryRead permits PhotometryRead.Read, PhotometryRead.Refused {
  /** One of two ways to go on. */
  default <T> T match(Function<? super Read, T> onRead, Function<? super Refused, T> onRefused) {
    return this instanceof Read it ? onRead.apply(it) : onRefused.apply((Refused) this);
  }

  /** All rows went to the sink. */
  record Read(Understanding understanding, RowTally tally) implements PhotometryRead {
    public Read {
      requireNonNull(understanding, "understanding is null");
      requireNonNull(tally, "tally is null");
    }
  }

  /**
   * Nothing of the file enters a table, whatever the sink took before.
   *
   * @param refusal why
   * @param understanding what was made of the file; null when that was nothing
   * @param tally the rows, as far as they were read
   */
  record Refused(FileRefusal refusal, @Nullable Understanding understanding, RowTally tally)
      implements PhotometryRead {
    public Refused {
      requireNonNull(refusal, "refusal is null");
      requireNonNull(tally, "tally is null");
    }
  }
}
