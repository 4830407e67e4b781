package org.novacat.jobs.publish.make;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.publish.plan.UnitPlan;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;

/**
 * What became of a unit.
 *
 * @param title of it, for people
 * @param unit null when it could not be made
 * @param isCopy whether all of it was copied from the release before
 * @param postponement why it could not be made; else null
 */
public record MadeUnit(
    String name,
    String title,
    @Nullable ReleaseUnit unit,
    boolean isCopy,
    @Nullable Postponement postponement)
    implements Serializable {
  public MadeUnit {
    requireNonNull(name, "name is null");
    requireNonNull(title, "title is null");
  }

  static MadeUnit made(UnitPlan plan, ReleaseUnit unit, boolean isCopy) {
    return new MadeUnit(plan.name(), plan.title(), unit, isCopy, null);
  }

  /** One that could not be made. */
  public static MadeUnit postponed(UnitPlan plan, Postponement why) {
    return new MadeUnit(plan.name(), plan.title(), null, false, why);
  }

  static MadeUnit postponed(UnitPlan plan, PostponedCode code, RuntimeException why) {
    return postponed(plan, new Postponement(code, String.valueOf(why.getMessage())));
  }
}
