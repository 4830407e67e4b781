package org.novacat.jobs.spectra;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.novacat.fits.SpectrumReader;
import org.novacat.jobs.job.RawDamage;
import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.TimeLimit;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectTooLarge;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.WrittenObject;

/**
 * Products to outcomes, one after the other: fetch once, examine, write, within the memory and the
 * time that one file may take. Whatever a file holds, it ends as a {@link TaskOutcome}. Runs on
 * executors; used by one thread.
 */
final class SpectrumProcessor {
  private final ObjectStore store;
  private final SpectrumReader reader;
  private final long maxFileBytes;
  private final Duration maxFileTime;
  private final PhaseTimes times = new PhaseTimes();
  private long bytesRead;
  private long bytesWritten;

  SpectrumProcessor(ObjectStore store, long maxFileBytes, Duration maxFileTime) {
    this.store = store;
    this.reader = SpectrumReader.standard();
    this.maxFileBytes = maxFileBytes;
    this.maxFileTime = maxFileTime;
  }

  /** Processes one product. */
  TaskOutcome process(PlannedProduct planned) {
    return FileGuard.run(
        () -> unguarded(planned), why -> TaskOutcome.Postponed.of(planned.product(), why));
  }

  private TaskOutcome unguarded(PlannedProduct planned) {
    try {
      byte[] bytes = times.time(Phase.READ, () -> fetch(planned));
      bytesRead += bytes.length;
      return store(planned, bytes, examine(planned, bytes));
    } catch (ObjectTooLarge e) {
      return refuseUnread(planned, QuarantineReason.LIMIT_EXCEEDED, "FILE_TOO_LARGE", e);
    } catch (ObjectMissing e) {
      return refuseUnread(planned, QuarantineReason.UNREADABLE, RawDamage.RAW_MISSING.name(), e);
    } catch (StoreException e) {
      return TaskOutcome.Postponed.of(planned.product(), e);
    }
  }

  private byte[] fetch(PlannedProduct planned) {
    return store.read(ObjectKey.of(planned.rawKey()), maxFileBytes);
  }

  /** The store is left out of the time limit: that it is slow is not the file's fault. */
  private Examination.Found examine(PlannedProduct planned, byte[] bytes) {
    Examination examination = new Examination(reader, planned, bytes);
    return TimeLimit.run(
            maxFileTime,
            () -> {
              Examination.Found found = examination.run();
              return new Ended(found, examination.times());
            },
            limit -> new Ended(Examination.Refused.unread(timedOut(limit)), new PhaseTimes()))
        .addTo(times);
  }

  /** What was found in time, and where that time went. */
  private record Ended(Examination.Found found, PhaseTimes spent) {
    Examination.Found addTo(PhaseTimes all) {
      all.add(spent);
      return found;
    }
  }

  private static Refusal timedOut(Duration limit) {
    String message =
        "Cannot read file: it takes longer than %s s (raise --max-file-seconds if you trust it)"
            .formatted(limit.toSeconds());
    return Refusal.of(QuarantineReason.TIMED_OUT, "FILE_TIME_LIMIT", message);
  }

  private TaskOutcome store(PlannedProduct planned, byte[] bytes, Examination.Found found) {
    return found instanceof Examination.Derived derived
        ? write(planned, derived)
        : refuse(planned, bytes, (Examination.Refused) found);
  }

  private TaskOutcome write(PlannedProduct planned, Examination.Derived found) {
    List<StoredObject> objects =
        List.of(
            put(
                StoredObject.Kind.SPECTRUM,
                NovaCatKeys.spectrumParquet(planned.nova(), planned.product()),
                found.parquet()),
            put(
                StoredObject.Kind.METADATA,
                NovaCatKeys.spectrumMetadata(planned.nova(), planned.product()),
                found.metadata()),
            put(
                StoredObject.Kind.PREVIEW,
                NovaCatKeys.previewPng(planned.nova(), planned.product()),
                found.preview()));
    return new TaskOutcome.Validated(
        planned.product(), found.reading(), found.notes(), found.summary(), objects);
  }

  private TaskOutcome refuse(PlannedProduct planned, byte[] bytes, Examination.Refused found) {
    Instant attempt = planned.due();
    byte[] context =
        SpectrumDocuments.context(planned, found.refusal(), found.reading(), found.headerText());
    List<StoredObject> objects =
        List.of(
            put(
                StoredObject.Kind.QUARANTINED_BYTES,
                NovaCatKeys.quarantinePrimary(planned.nova(), planned.product(), attempt),
                bytes),
            put(
                StoredObject.Kind.QUARANTINE_CONTEXT,
                NovaCatKeys.quarantineContext(planned.nova(), planned.product(), attempt),
                context));
    return TaskOutcome.Refused.of(planned.product(), found.refusal(), found.reading(), objects);
  }

  /** The bytes could not be had, so the context stands alone. */
  private TaskOutcome refuseUnread(
      PlannedProduct planned, QuarantineReason reason, String detail, StoreException failure) {
    Refusal refusal = Refusal.of(reason, detail, String.valueOf(failure.getMessage()));
    TaskOutcome.Reading reading = TaskOutcome.Reading.of("", Map.of(), "");
    byte[] context = SpectrumDocuments.context(planned, refusal, reading, "");
    ObjectKey key = NovaCatKeys.quarantineContext(planned.nova(), planned.product(), planned.due());
    return TaskOutcome.Refused.of(
        planned.product(),
        refusal,
        reading,
        List.of(put(StoredObject.Kind.QUARANTINE_CONTEXT, key, context)));
  }

  private StoredObject put(StoredObject.Kind kind, ObjectKey key, byte[] bytes) {
    WrittenObject written = times.time(Phase.WRITE, () -> store.put(key, Content.of(bytes)));
    bytesWritten += bytes.length;
    return new StoredObject(
        kind, key.toString(), bytes.length, written.etag().toString(), written.sha256());
  }

  PhaseTimes times() {
    return times;
  }

  long bytesRead() {
    return bytesRead;
  }

  long bytesWritten() {
    return bytesWritten;
  }
}
