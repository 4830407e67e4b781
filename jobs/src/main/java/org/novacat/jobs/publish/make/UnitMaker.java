package org.novacat.jobs.publish.make;

import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.cli.NoRoom;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.publish.page.NovaPage;
import org.novacat.jobs.publish.plan.UnitPlan;
import org.novacat.jobs.publish.plan.UnitPlan.Before;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.UnusableObject;

/** Makes units of a release, or copies them from the one before. */
public final class UnitMaker {
  private final Archive archive;
  private final ReleaseFolder folder;
  private final LinkRoot links;

  /**
   * Makes units of one release.
   *
   * @param archive the private bucket
   * @param folder where the objects of the release go
   * @param links what addresses in its documents begin with
   */
  public UnitMaker(Archive archive, ReleaseFolder folder, LinkRoot links) {
    this.archive = archive;
    this.folder = folder;
    this.links = links;
  }

  /** Makes one; whatever goes wrong with it is its own affair. */
  public MadeUnit make(UnitPlan plan) {
    try {
      Before before = plan.before();
      return before == null
          ? MadeUnit.made(plan, made(plan), false)
          : MadeUnit.made(plan, copied(plan, before), true);
    } catch (UnusableObject e) {
      return MadeUnit.postponed(
          plan, new Postponement(PostponedCode.DAMAGED, e.getMessage() + remedy(plan)));
    } catch (StoreException | UserError | NoRoom e) {
      return MadeUnit.postponed(plan, PostponedCode.STORE_FAILED, e);
    } catch (RuntimeException e) {
      String why = "Cannot make it: %s (report this)".formatted(e);
      return MadeUnit.postponed(plan, new Postponement(PostponedCode.FAULT, why));
    }
  }

  private static String remedy(UnitPlan plan) {
    return plan.before() == null
        ? ""
        : "; it was to be copied (make it anew with 'novacat publish --all')";
  }

  private ReleaseUnit made(UnitPlan plan) {
    return switch (plan.kind()) {
      case NOVA -> new NovaUnit(archive, folder, links).make(plan);
      case TABLES -> new TablesUnit(archive, folder).make(plan);
      case MERGED -> merged(plan);
    };
  }

  private ReleaseUnit merged(UnitPlan plan) {
    NovaId survivor = plan.survivor();
    if (survivor == null) {
      throw new IllegalArgumentException("a merged nova has a survivor");
    }
    String merged = plan.name().substring(plan.name().indexOf('/') + 1);
    ReleaseFile page =
        folder.write("nova/" + merged + "/index.html", NovaPage.merged(survivor, plan.title()));
    return new ReleaseUnit(plan.name(), plan.title(), plan.content(), List.of(page), List.of());
  }

  /** DataLink documents may name their release, so they are made anew always. */
  private ReleaseUnit copied(UnitPlan plan, Before before) {
    List<ReleaseFile> files = new ArrayList<>();
    for (ReleaseFile file : before.unit().files()) {
      if (!DataLinks.isOne(file.path())) {
        files.add(folder.copy(file, before.release()));
      }
    }
    if (plan.kind() == UnitPlan.Kind.NOVA) {
      files.addAll(new DataLinks(folder, links).of(plan.novae().get(0), files));
    }
    return new ReleaseUnit(
        plan.name(), before.unit().title(), plan.content(), files, before.unit().products());
  }
}
