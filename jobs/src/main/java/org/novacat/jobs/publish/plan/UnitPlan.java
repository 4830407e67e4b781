package org.novacat.jobs.publish.plan;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.spark.Bin;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.store.Pointer;

/**
 * A unit of a release, as it travels to an executor.
 *
 * @param before the same unit of the release before, whose objects are as good; null when they are
 *     not, or there are none
 * @param novae whose unit it is: one, but of tables all that they hold
 * @param bundle of a nova's own unit; null for others
 * @param survivor of a nova that turned out to be another one, that one; null for others
 */
public record UnitPlan(
    Kind kind,
    String name,
    String title,
    ContentHash content,
    @Nullable Before before,
    List<NovaContent> novae,
    @Nullable BundleObjects bundle,
    @Nullable NovaId survivor)
    implements Bin.Piece {
  private static final long serialVersionUID = 1;

  /** What is made for it. */
  public enum Kind {
    /** Pages and files of a nova. */
    NOVA,
    /** A page that leads to another nova. */
    MERGED,
    /** Tables over some novae. */
    TABLES
  }

  /** A unit of the release before. */
  public record Before(ReleaseId release, ReleaseUnit unit) implements Serializable {}

  /**
   * The bundle of a nova.
   *
   * @param manifest SHA-256 of it
   */
  public record BundleObjects(Pointer zip, ContentHash manifest) implements Serializable {}

  public UnitPlan {
    requireNonNull(kind, "kind is null");
    requireNonNull(name, "name is null");
    requireNonNull(title, "title is null");
    requireNonNull(content, "content is null");
    novae = List.copyOf(novae);
  }

  @Override
  public long bytes() {
    return before != null
        ? before.unit().files().size()
        : novae.stream().mapToLong(NovaContent::bytes).sum();
  }
}
