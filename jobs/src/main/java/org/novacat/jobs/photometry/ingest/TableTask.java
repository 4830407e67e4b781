package org.novacat.jobs.photometry.ingest;

import java.util.ArrayList;
import org.novacat.jobs.photometry.build.BuiltTable;
import org.novacat.jobs.photometry.build.PlannedTable;
import org.novacat.jobs.photometry.build.TableBuilder;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.ArchiveLocation;

/**
 * Builds the tables of a bin of novae, as it travels to an executor.
 *
 * @param location where the objects lie
 */
record TableTask(ArchiveLocation location)
    implements Waves.Work<Bin<PlannedTable>, ArrayList<BuiltTable>> {
  @Override
  public ArrayList<BuiltTable> call(Bin<PlannedTable> bin) {
    ArrayList<BuiltTable> built = new ArrayList<>();
    try (Archive archive = location.open()) {
      TableBuilder builder = new TableBuilder(archive);
      for (PlannedTable table : bin.pieces()) {
        built.add(
            FileGuard.run(
                () -> builder.build(table), why -> BuiltTable.postponed(table.nova(), why)));
      }
    }
    return built;
  }
}
