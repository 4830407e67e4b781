package org.novacat.jobs.spectra;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.novacat.fits.ReadResult;
import org.novacat.fits.SpectrumReader;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectTooLarge;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.WrittenObject;
import org.novacat.transforms.plot.SpectrumPlot;
import org.novacat.transforms.position.SkyPosition;
import org.novacat.transforms.spectrum.NormalizeResult.Normalized;
import org.novacat.transforms.spectrum.SpectrumNormalizer;
import org.novacat.transforms.spectrum.ValidationContext;
import org.novacat.transforms.time.Mjd;

/**
 * Bytes to a validated product, one after the other: fetch once, hash, decode, normalise, write.
 * Whatever a file holds, it ends as a {@link TaskOutcome}. Runs on executors; used by one thread.
 */
final class SpectrumProcessor {
  private final ObjectStore store;
  private final SpectrumReader reader;
  private final long maxFileBytes;
  private final PhaseTimes times = new PhaseTimes();
  private long bytesRead;
  private long bytesWritten;

  SpectrumProcessor(ObjectStore store, long maxFileBytes) {
    this.store = store;
    this.reader = SpectrumReader.standard();
    this.maxFileBytes = maxFileBytes;
  }

  /** Processes one product. */
  TaskOutcome process(PlannedProduct planned) {
    try {
      byte[] bytes = times.time(Phase.READ, () -> fetch(planned));
      bytesRead += bytes.length;
      return examine(planned, bytes);
    } catch (ObjectTooLarge e) {
      return refuseUnread(planned, QuarantineReason.LIMIT_EXCEEDED, "FILE_TOO_LARGE", e);
    } catch (ObjectMissing e) {
      return refuseUnread(planned, QuarantineReason.UNREADABLE, "RAW_MISSING", e);
    } catch (StoreException e) {
      return new TaskOutcome.Postponed(
          planned.product(), e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    }
  }

  private byte[] fetch(PlannedProduct planned) {
    return store.read(ObjectKey.of(planned.rawKey()), maxFileBytes);
  }

  private TaskOutcome examine(PlannedProduct planned, byte[] bytes) {
    ContentHash actual = times.time(Phase.READ, () -> ContentHash.of(bytes));
    if (!actual.equals(planned.sha256())) {
      Refusal refusal =
          new Refusal(
              QuarantineReason.CHECKSUM_MISMATCH,
              "RAW_CHANGED",
              "The raw object is not the one that was registered: its SHA-256 is %s"
                  .formatted(actual),
              Map.of("registered", planned.sha256().hex(), "found", actual.hex()));
      return refuse(planned, bytes, refusal, "", TaskOutcome.Reading.of("", Map.of(), ""));
    }
    ReadResult result = times.time(Phase.DECODE, () -> reader.read(planned.fileName(), bytes));
    return result.match(
        read -> normalize(planned, bytes, read),
        rejected ->
            refuse(
                planned,
                bytes,
                rejected.refusal(),
                rejected.headerText(),
                TaskOutcome.Reading.of(rejected.profile(), Map.of(), rejected.headerSignature())));
  }

  private TaskOutcome normalize(PlannedProduct planned, byte[] bytes, ReadResult.Read read) {
    TaskOutcome.Reading reading =
        TaskOutcome.Reading.of(read.profile(), read.selectionInputs(), read.headerSignature());
    return times
        .time(
            Phase.NORMALIZE,
            () -> SpectrumNormalizer.normalize(read.spectra(), read.observation(), checks(planned)))
        .match(
            normalized -> write(planned, read, normalized, reading),
            refused ->
                refuse(planned, bytes, refused.refusal(), reader.headerText(bytes), reading));
  }

  /** No observation is later than its registration, whenever the run is. */
  private static ValidationContext checks(PlannedProduct planned) {
    ValidationContext checks = ValidationContext.at(Mjd.of(planned.due()));
    PlannedProduct.Target target = planned.target();
    return target == null
        ? checks
        : checks.withNova(new SkyPosition(target.raDeg(), target.decDeg()));
  }

  private TaskOutcome write(
      PlannedProduct planned,
      ReadResult.Read read,
      Normalized normalized,
      TaskOutcome.Reading reading) {
    NormalizedSpectrum spectrum = normalized.spectrum();
    List<String> notes = new ArrayList<>(read.notes());
    notes.addAll(spectrum.notes());
    byte[] parquet =
        times.time(Phase.PARQUET, () -> SpectrumParquet.write(spectrum, facts(planned, read)));
    byte[] metadata =
        times.time(
            Phase.PARQUET,
            () -> SpectrumDocuments.metadata(planned, read, spectrum, normalized.summary(), notes));
    byte[] preview =
        times.time(Phase.PICTURE, () -> SpectrumPlot.png(spectrum, title(planned, read)));
    List<StoredObject> objects =
        List.of(
            put(
                StoredObject.Kind.SPECTRUM,
                NovaCatKeys.spectrumParquet(planned.nova(), planned.product()),
                parquet),
            put(
                StoredObject.Kind.METADATA,
                NovaCatKeys.spectrumMetadata(planned.nova(), planned.product()),
                metadata),
            put(
                StoredObject.Kind.PREVIEW,
                NovaCatKeys.previewPng(planned.nova(), planned.product()),
                preview));
    return new TaskOutcome.Validated(
        planned.product(), reading, notes, normalized.summary(), objects);
  }

  private static SortedMap<String, String> facts(PlannedProduct planned, ReadResult.Read read) {
    Observation observation = read.observation();
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("data_product_id", planned.product().toString());
    facts.put("nova_id", planned.nova().toString());
    facts.put("target", observation.object());
    facts.put("telescope", observation.telescope());
    facts.put("instrument", observation.instrument());
    facts.put("fits_profile_id", read.profile());
    if (observation.time() != null) {
      facts.put("mjd", Double.toString(observation.time().mjd()));
      facts.put("mjd_scale", observation.time().scale().name());
    }
    return facts;
  }

  private static String title(PlannedProduct planned, ReadResult.Read read) {
    Observation observation = read.observation();
    String object = observation.object().isBlank() ? planned.fileName() : observation.object();
    String date =
        observation.time() == null
            ? ""
            : String.format(Locale.ROOT, "  MJD %.3f", observation.time().mjd());
    return object + "  " + observation.instrument() + date;
  }

  private TaskOutcome refuse(
      PlannedProduct planned,
      byte[] bytes,
      Refusal refusal,
      String headerText,
      TaskOutcome.Reading reading) {
    Instant attempt = planned.due();
    byte[] context = SpectrumDocuments.context(planned, refusal, reading, headerText);
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
    return TaskOutcome.Refused.of(planned.product(), refusal, reading, objects);
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
