package org.novacat.jobs.photometry.ingest;

import java.time.Duration;
import java.util.ArrayList;
import org.apache.spark.broadcast.Broadcast;
import org.novacat.jobs.photometry.upload.DecidedUpload;
import org.novacat.jobs.photometry.upload.PlannedUpload;
import org.novacat.jobs.photometry.upload.UploadLimits;
import org.novacat.jobs.photometry.upload.UploadProcessor;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.HeapShare;
import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.nova.NovaBook;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.ArchiveLocation;

/**
 * Decides a bin of uploads, as it travels to an executor.
 *
 * @param location where the objects lie
 * @param book the novae
 * @param tasks how many run at once in one JVM, and share its heap
 * @param time for one file
 */
record UploadTask(ArchiveLocation location, Broadcast<NovaBook> book, int tasks, Duration time)
    implements Waves.Work<Bin<PlannedUpload>, ArrayList<DecidedUpload>> {
  @Override
  public ArrayList<DecidedUpload> call(Bin<PlannedUpload> bin) {
    ArrayList<DecidedUpload> decided = new ArrayList<>();
    try (Archive archive = location.open()) {
      UploadLimits limits = new UploadLimits(HeapShare.bytes(tasks), time);
      UploadProcessor processor = new UploadProcessor(archive, book.value(), limits);
      bin.pieces().forEach(upload -> decided.add(processor.process(upload)));
    }
    return decided;
  }
}
