package org.novacat.jobs.spectra;

import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectStores;
import org.novacat.persistence.store.StoreLocation;
import org.novacat.transforms.spectrum.ValidationContext;

/**
 * The work of one task, as it travels to an executor.
 *
 * @param store where the objects lie; opened there, for the length of the task
 * @param latestMjd no observation is later than this
 * @param maxFileBytes largest file that is taken into memory
 */
record SpectrumTask(StoreLocation store, double latestMjd, long maxFileBytes)
    implements Waves.Work<Bin, BinResult> {
  @Override
  public BinResult call(Bin bin) {
    try (ObjectStore objects = ObjectStores.open(store)) {
      return new SpectrumProcessor(objects, ValidationContext.at(latestMjd), maxFileBytes)
          .process(bin);
    }
  }
}
