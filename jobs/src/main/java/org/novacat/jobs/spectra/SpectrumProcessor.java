package org.novacat.jobs.spectra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.SpectrumReader;
import org.novacat.jobs.job.RawDamage;
import org.novacat.jobs.report.LogReference;
import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.TimeLimit;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.UnusableObject;
import org.novacat.persistence.store.WriteResult;

/**
 * Products to outcomes, one after the other: fetch once, examine, write, within the memory and the
 * time that one file may take. Whatever a file holds, it ends as a {@link TaskOutcome}. Runs on
 * executors; used by one thread.
 */
final class SpectrumProcessor {
  private final Archive archive;
  private final SpectrumReader reader;
  private final long maxFileBytes;
  private final Duration maxFileTime;
  private final @Nullable LogPointers logs;
  private final PhaseTimes times = new PhaseTimes();
  private long bytesRead;
  private long bytesWritten;

  SpectrumProcessor(
      Archive archive, long maxFileBytes, Duration maxFileTime, @Nullable LogPointers logs) {
    this.archive = archive;
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
      byte[] bytes = times.time(Phase.READ, () -> archive.read(planned.raw(), maxFileBytes)).get();
      bytesRead += bytes.length;
      return store(planned, bytes, examine(planned, bytes));
    } catch (UnusableObject e) {
      return refuse(planned, kept(planned, e), Examination.Refused.unread(unusable(planned, e)));
    } catch (StoreException e) {
      return TaskOutcome.Postponed.of(planned.product(), e);
    }
  }

  /** Bytes that are not those that were registered are kept as they are; null for none. */
  private byte @Nullable [] kept(PlannedProduct planned, UnusableObject why) {
    return why.fault() == UnusableObject.Fault.CHANGED
        ? archive.unverified(planned.raw().key(), maxFileBytes).orElse(null)
        : null;
  }

  private Refusal unusable(PlannedProduct planned, UnusableObject why) {
    String message = String.valueOf(why.getMessage());
    return switch (why.fault()) {
      case MISSING ->
          Refusal.of(QuarantineReason.UNREADABLE, RawDamage.RAW_MISSING.name(), message);
      case TOO_LARGE ->
          Refusal.of(
              QuarantineReason.LIMIT_EXCEEDED,
              "FILE_TOO_LARGE",
              "Cannot read file: it has %s bytes, more than the limit of %s (raise --max-file-bytes)"
                  .formatted(planned.bytes(), maxFileBytes));
      case CHANGED ->
          new Refusal(
              QuarantineReason.CHECKSUM_MISMATCH,
              RawDamage.RAW_CHANGED.name(),
              message,
              Map.of("registered", planned.sha256().hex()));
    };
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
    NovaId nova = planned.nova();
    DataProductId id = planned.product();
    List<FileObject> objects =
        List.of(
            put(FileRole.SPECTRUM, NovaCatKeys.spectrumParquet(nova, id), found.parquet()),
            put(FileRole.METADATA, NovaCatKeys.spectrumMetadata(nova, id), found.metadata()),
            put(FileRole.PREVIEW, NovaCatKeys.previewPng(nova, id), found.preview()));
    return new TaskOutcome.Validated(id, found.reading(), found.notes(), found.summary(), objects);
  }

  /** Bytes that could not be had are null, and the context stands alone. */
  private TaskOutcome refuse(
      PlannedProduct planned, byte @Nullable [] bytes, Examination.Refused found) {
    ObjectNode context =
        SpectrumDocuments.context(
            planned, found.refusal(), found.reading(), found.headerText(), logs);
    for (Instant attempt = planned.folder(); ; attempt = attempt.plusSeconds(1)) {
      List<FileObject> objects = quarantine(planned, attempt, context, bytes);
      if (!objects.isEmpty()) {
        return TaskOutcome.Refused.of(planned.product(), found.refusal(), found.reading(), objects);
      }
    }
  }

  /** None where another attempt, with another end, has left something: it stays as it is. */
  private List<FileObject> quarantine(
      PlannedProduct planned, Instant attempt, ObjectNode context, byte @Nullable [] bytes) {
    NovaId nova = planned.nova();
    DataProductId id = planned.product();
    LayoutKey key = NovaCatKeys.quarantineContext(nova, id, attempt);
    Pointer why = times.time(Phase.WRITE, () -> LogReference.keep(archive, key, context));
    if (why == null) {
      return List.of();
    }
    FileObject document = new FileObject(FileRole.QUARANTINE_CONTEXT, why);
    if (bytes == null) {
      return List.of(document);
    }
    return write(NovaCatKeys.quarantinePrimary(nova, id, attempt), bytes)
            instanceof WriteResult.Written copy
        ? List.of(new FileObject(FileRole.QUARANTINE, copy.pointer()), document)
        : List.of();
  }

  private FileObject put(FileRole role, LayoutKey key, byte[] bytes) {
    return new FileObject(role, write(key, bytes).pointer());
  }

  private WriteResult write(LayoutKey key, byte[] bytes) {
    bytesWritten += bytes.length;
    return times.time(Phase.WRITE, () -> archive.write(key, Content.of(bytes)));
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
