package org.novacat.jobs.spectra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.RawDamage;
import org.novacat.jobs.reading.SpectrumFileReader;
import org.novacat.jobs.report.QuarantineWriter;
import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.TimeLimit;
import org.novacat.jobs.spectra.PhaseTimes.Phase;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.persistence.commit.ValidationOutcome;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.product.QuarantineFacts;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.NewObject;
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
  private final SpectrumFileReader reader;
  private final long maxFileBytes;
  private final Duration maxFileTime;
  private final @Nullable LogPointers logs;
  private final PhaseTimes times = new PhaseTimes();
  private long bytesRead;
  private long bytesWritten;
  private long unaccounted;

  SpectrumProcessor(
      Archive archive, long maxFileBytes, Duration maxFileTime, @Nullable LogPointers logs) {
    this.archive = archive;
    this.reader = new SpectrumFileReader();
    this.maxFileBytes = maxFileBytes;
    this.maxFileTime = maxFileTime;
    this.logs = logs;
  }

  TaskOutcome process(PlannedProduct planned) {
    return FileGuard.run(
        () -> withStore(planned), why -> TaskOutcome.Postponed.of(planned.ref(), why));
  }

  /** A store that fails, also while a refusal is kept, is this product's affair alone. */
  private TaskOutcome withStore(PlannedProduct planned) {
    try {
      return judged(planned);
    } catch (StoreException e) {
      return TaskOutcome.Postponed.of(planned.ref(), e);
    }
  }

  private TaskOutcome judged(PlannedProduct planned) {
    try {
      byte[] bytes = times.time(Phase.READ, () -> archive.read(planned.raw(), maxFileBytes)).get();
      bytesRead += bytes.length;
      return store(planned, bytes, examine(planned, bytes));
    } catch (UnusableObject e) {
      return refuse(planned, kept(planned, e), Examination.Refused.unread(unusable(planned, e)));
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
    unaccounted += found.unaccounted();
    List<Pointer> objects =
        put(
            object(NovaCatKeys.spectrumParquet(nova, id), found.parquet()),
            object(NovaCatKeys.spectrumMetadata(nova, id), found.metadata()),
            object(NovaCatKeys.previewPng(nova, id), found.preview()));
    return new TaskOutcome.Judged(
        new ValidationOutcome.Valid(
            planned.ref(),
            planned.sha256(),
            found.profile(),
            found.summary(),
            NovaCatKeys.derivedFolder(nova, id),
            List.of(
                new FileObject(FileRole.SPECTRUM, objects.get(0)),
                new FileObject(FileRole.METADATA, objects.get(1)),
                new FileObject(FileRole.PREVIEW, objects.get(2)))));
  }

  /** Bytes that could not be had are null, and the context stands alone. */
  private TaskOutcome refuse(
      PlannedProduct planned, byte @Nullable [] bytes, Examination.Refused found) {
    List<FileObject> objects = quarantine(planned, bytes, found);
    Refusal refusal = found.refusal();
    QuarantineFacts facts =
        new QuarantineFacts(
            refusal.reason(),
            refusal.detail(),
            refusal.message(),
            refusal.facts(),
            objects.get(0).pointer().key().folder());
    boolean recognised = !found.profile().fitsProfileId().isEmpty();
    return new TaskOutcome.Judged(
        new ValidationOutcome.Quarantined(
            planned.ref(), planned.sha256(), facts, recognised ? found.profile() : null, objects));
  }

  private List<FileObject> quarantine(
      PlannedProduct planned, byte @Nullable [] bytes, Examination.Refused found) {
    NovaId nova = planned.nova();
    DataProductId id = planned.product();
    FileEnding ending = planned.ending();
    QuarantineWriter writer =
        new QuarantineWriter(
            at -> NovaCatKeys.quarantineContext(nova, id, at),
            at ->
                bytes == null
                    ? Map.of()
                    : Map.of(NovaCatKeys.quarantinePrimary(nova, id, at, ending), bytes));
    ObjectNode why = SpectrumDocuments.context(planned, found, logs);
    List<Pointer> put = times.time(Phase.WRITE, () -> writer.put(archive, planned.folder(), why));
    bytesWritten += bytes == null ? 0 : bytes.length;
    FileObject context = new FileObject(FileRole.QUARANTINE_CONTEXT, put.get(0));
    return put.size() == 1
        ? List.of(context)
        : List.of(new FileObject(FileRole.QUARANTINE, put.get(1)), context);
  }

  private static NewObject object(LayoutKey key, byte[] bytes) {
    return new NewObject(key, Content.of(bytes));
  }

  private List<Pointer> put(NewObject... objects) {
    List<Pointer> put =
        times.time(Phase.WRITE, () -> archive.writeAll(List.of(objects))).stream()
            .map(WriteResult::pointer)
            .toList();
    bytesWritten += put.stream().mapToLong(Pointer::byteLength).sum();
    return put;
  }

  /** What it found of all products that it was given, and what that cost. */
  SpectrumTask.Result result(List<TaskOutcome> outcomes) {
    return new SpectrumTask.Result(outcomes, times, bytesRead, bytesWritten, unaccounted);
  }
}
