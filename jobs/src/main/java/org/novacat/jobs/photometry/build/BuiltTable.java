package org.novacat.jobs.photometry.build;

import java.io.Serializable;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.UnusableObject;

/**
 * What a task made of a nova's parts.
 *
 * @param postponement why there is no table; null when there is one
 * @param facts null when there is none
 * @param damaged uploads whose rows are not those that their decision kept
 */
public record BuiltTable(
    NovaId nova,
    @Nullable Postponement postponement,
    @Nullable Facts facts,
    ArrayList<IngestFileId> damaged)
    implements Serializable {
  /** The objects and counts of a table. */
  public record Facts(
      Pointer object,
      ContentHash metadata,
      ContentHash plot,
      long rows,
      long accepted,
      long duplicates,
      long rejected,
      long limits,
      @Nullable Double mjdMin,
      @Nullable Double mjdMax)
      implements Serializable {
    public Facts {
      if (rows != accepted - duplicates) {
        throw new IllegalStateException(
            "Cannot report table: %s rows are not %s accepted less %s duplicates"
                .formatted(rows, accepted, duplicates));
      }
    }
  }

  public BuiltTable {
    if ((postponement == null) == (facts == null)) {
      throw new IllegalArgumentException(
          "Cannot report table: it was either postponed or has facts");
    }
  }

  public static BuiltTable postponed(NovaId nova, Postponement why) {
    return new BuiltTable(nova, why, null, new ArrayList<>());
  }

  static BuiltTable damaged(NovaId nova, ArrayList<IngestFileId> damaged, UnusableObject why) {
    String message =
        "%s; uploads to be decided again: %s (run again)"
            .formatted(why.getMessage(), damaged.size());
    return new BuiltTable(nova, new Postponement(PostponedCode.DAMAGED, message), null, damaged);
  }

  public static BuiltTable postponed(NovaId nova, PostponedCode code, RuntimeException why) {
    return postponed(nova, new Postponement(code, String.valueOf(why.getMessage())));
  }
}
