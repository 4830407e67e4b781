package org.novacat.jobs.publish.make;

import java.util.ArrayList;
import org.novacat.jobs.publish.plan.UnitPlan;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.Waves;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.store.Archive;

/** Makes a bin of units, as it travels to an executor. */
public record MadeUnits(
    ArchiveLocation archive, ArchiveLocation site, ReleaseId release, LinkRoot links)
    implements Waves.Work<Bin<UnitPlan>, ArrayList<MadeUnit>> {
  @Override
  public ArrayList<MadeUnit> call(Bin<UnitPlan> bin) {
    ArrayList<MadeUnit> made = new ArrayList<>();
    try (Archive from = archive.open();
        Archive to = site.open()) {
      UnitMaker maker = new UnitMaker(from, new ReleaseFolder(to, release), links);
      for (UnitPlan plan : bin.pieces()) {
        made.add(FileGuard.run(() -> maker.make(plan), why -> MadeUnit.postponed(plan, why)));
      }
    }
    return made;
  }
}
