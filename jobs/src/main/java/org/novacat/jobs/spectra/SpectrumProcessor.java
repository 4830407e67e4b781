package org.novacat.jobs.spectra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.SpectrumReader;
import org.novacat.jobs.job.RawDamage;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.LogReference;
import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.TimeLimit;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.CreateResult;
import org.novacat.persistence.store.ETag;
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
  private static final long LARGEST_CONTEXT = 64L << 20;

  private final ObjectStore store;
  private final SpectrumReader reader;
  private final long maxFileBytes;
  private final Duration maxFileTime;
  private final @Nullable LogPointers logs;
  private final PhaseTimes times = new PhaseTimes();
  private long bytesRead;
  private long bytesWritten;

  SpectrumProcessor(
      ObjectStore store, long maxFileBytes, Duration maxFileTime, @Nullable LogPointers logs) {
    this.store = store;
    this.reader = SpectrumReader.standard();
    this.maxFileBytes = maxFileBytes;
    this.maxFileTime = maxFileTime;
    this.logs = logs;
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
    List<StoredObject> objects =
        List.of(
            put(
                StoredObject.Kind.QUARANTINED_BYTES,
                NovaCatKeys.quarantinePrimary(planned.nova(), planned.product(), planned.folder()),
                bytes),
            context(planned, found.refusal(), found.reading(), found.headerText()));
    return TaskOutcome.Refused.of(planned.product(), found.refusal(), found.reading(), objects);
  }

  /** The bytes could not be had, so the context stands alone. */
  private TaskOutcome refuseUnread(
      PlannedProduct planned, QuarantineReason reason, String detail, StoreException failure) {
    Refusal refusal = Refusal.of(reason, detail, String.valueOf(failure.getMessage()));
    TaskOutcome.Reading reading = TaskOutcome.Reading.of("", Map.of(), "");
    return TaskOutcome.Refused.of(
        planned.product(), refusal, reading, List.of(context(planned, refusal, reading, "")));
  }

  private StoredObject context(
      PlannedProduct planned, Refusal refusal, TaskOutcome.Reading reading, String headerText) {
    ObjectKey key =
        NovaCatKeys.quarantineContext(planned.nova(), planned.product(), planned.folder());
    ObjectNode context = SpectrumDocuments.context(planned, refusal, reading, headerText, logs);
    byte[] bytes = Json.document(context);
    CreateResult result =
        times.time(Phase.WRITE, () -> store.createIfAbsent(key, Content.of(bytes)));
    if (result instanceof CreateResult.Created created) {
      return written(StoredObject.Kind.QUARANTINE_CONTEXT, bytes, created.object());
    }
    byte[] there = store.read(key, LARGEST_CONTEXT);
    return LogReference.aloneDiffers(Json.parse(there), context)
        ? kept(key, there, result.info().etag())
        : put(StoredObject.Kind.QUARANTINE_CONTEXT, key, bytes);
  }

  /** Another run that came to the same may have it on record, with its own log. */
  private static StoredObject kept(ObjectKey key, byte[] there, ETag etag) {
    return new StoredObject(
        StoredObject.Kind.QUARANTINE_CONTEXT,
        key.toString(),
        there.length,
        etag.toString(),
        ContentHash.of(there));
  }

  private StoredObject put(StoredObject.Kind kind, ObjectKey key, byte[] bytes) {
    WrittenObject written = times.time(Phase.WRITE, () -> store.put(key, Content.of(bytes)));
    return written(kind, bytes, written);
  }

  private StoredObject written(StoredObject.Kind kind, byte[] bytes, WrittenObject object) {
    bytesWritten += bytes.length;
    return new StoredObject(
        kind, object.key().toString(), bytes.length, object.etag().toString(), object.sha256());
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
