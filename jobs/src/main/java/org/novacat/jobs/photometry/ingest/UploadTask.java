package org.novacat.jobs.photometry.ingest;

import java.util.ArrayList;
import org.apache.spark.broadcast.Broadcast;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectStores;
import org.novacat.persistence.store.StoreLocation;

/**
 * Decides a bin of uploads, as it travels to an executor.
 *
 * @param store where the objects lie
 * @param book the novae
 */
record UploadTask(StoreLocation store, Broadcast<NovaBook> book)
    implements Waves.Work<Bin<PlannedUpload>, ArrayList<DecidedUpload>> {
  @Override
  public ArrayList<DecidedUpload> call(Bin<PlannedUpload> bin) {
    ArrayList<DecidedUpload> decided = new ArrayList<>();
    try (ObjectStore objects = ObjectStores.open(store)) {
      UploadProcessor processor = new UploadProcessor(objects, book.value());
      bin.pieces().forEach(upload -> decided.add(processor.process(upload)));
    }
    return decided;
  }
}
