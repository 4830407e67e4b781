package org.novacat.jobs.photometry.upload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.photometry.upload.Shares.Portion;
import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.jobs.spark.TimeLimit;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.persistence.nova.NovaBook;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.UnusableObject;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarException;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.photometry.read.upload.RowTally;

/**
 * The decision about one upload: fetch, read, look up novae, split, and put what was rejected into
 * quarantine. What is wrong with a file refuses it; what is wrong with the archive, or too little
 * memory, leaves it as it is, to be tried again. Used once, on executors.
 */
public final class UploadDecision {
  private final Archive archive;
  private final NovaBook book;
  private final PlannedUpload planned;
  private final Limits limits;
  private final FileTime time;
  private RejectedRows rejected;
  private String format = "";
  private long good;

  /**
   * What one upload may cost.
   *
   * @param memory bytes that reading it may hold
   * @param time for all work on it but that of the store
   */
  public record Limits(long memory, Duration time) {
    /** Why an upload is not even fetched; null when it is. */
    private @Nullable FileRefusal refusal(PlannedUpload planned) {
      if (planned.bytes() > ReadSettings.MAX_BYTES) {
        return FileRefusals.tooLarge(planned.filename(), ReadSettings.MAX_BYTES, "bytes");
      }
      return planned.bytes() > memory ? FileRefusals.memory(planned.filename(), memory) : null;
    }
  }

  private UploadDecision(Archive archive, NovaBook book, PlannedUpload planned, Limits limits) {
    this.archive = archive;
    this.limits = limits;
    this.time = new FileTime(limits.time());
    this.book = book;
    this.planned = planned;
    this.rejected = new RejectedRows(planned);
  }

  /** Decides an upload. */
  public static DecidedUpload of(
      Archive archive, NovaBook book, PlannedUpload planned, Limits limits) {
    return FileGuard.run(
        () -> new UploadDecision(archive, book, planned, limits).decideWithStore(),
        why -> DecidedUpload.postponed(planned.id(), why));
  }

  /** A store that fails, also while a refusal is kept, is this upload's affair alone. */
  private DecidedUpload decideWithStore() {
    try {
      return decide();
    } catch (StoreException e) {
      return DecidedUpload.postponed(
          planned.id(),
          new Postponement(PostponedCode.STORE_FAILED, String.valueOf(e.getMessage())));
    }
  }

  private DecidedUpload decide() {
    try {
      return decideUndamaged();
    } catch (UnusableObject e) {
      return damaged(
          e.fault() == UnusableObject.Fault.MISSING
              ? FileRefusalCode.RAW_MISSING
              : FileRefusalCode.RAW_CHANGED,
          e);
    }
  }

  private DecidedUpload damaged(FileRefusalCode code, RuntimeException why) {
    rejected = new RejectedRows(planned);
    good = 0;
    return refuse(
        new FileRefusal(
            code,
            String.valueOf(why.getMessage()),
            "Register the same file again, which puts its objects back"),
        null);
  }

  private DecidedUpload decideUndamaged() {
    FileRefusal large = limits.refusal(planned);
    if (large != null) {
      return refuse(large, null);
    }
    byte[] bytes = archive.read(planned.raw(), ReadSettings.MAX_BYTES).get();
    try {
      return decide(UploadFile.of(archive, planned, bytes, limits.memory()));
    } catch (StoreException | UnusableObject | CancellationException e) {
      throw e;
    } catch (FileTime.TimeIsUp e) {
      return tooSlow(bytes);
    } catch (SidecarException e) {
      return refuse(e.refusal(planned.filename() + Sidecar.SUFFIX), bytes);
    } catch (RuntimeException e) {
      return refuse(FileRefusals.readerFailed(planned.filename(), e), bytes);
    }
  }

  /** The thread that was given up may go on counting for a while, so what it counted is let go. */
  private DecidedUpload tooSlow(byte[] bytes) {
    rejected = new RejectedRows(planned);
    good = 0;
    return refuse(FileRefusals.timeLimit(planned.filename(), limits.time().toSeconds()), bytes);
  }

  private DecidedUpload decide(UploadFile upload) {
    Survey survey = new Survey(upload, rejected);
    PhotometryRead result = time.run(() -> upload.reader().read(upload.file(), survey));
    good = survey.rows().size();
    return result.match(
        read -> {
          format = read.understanding().format();
          return surveyed(upload, read, survey);
        },
        refused -> {
          Understanding understood = refused.understanding();
          format = understood == null ? "" : understood.format();
          return refuse(refused.refusal(), upload.file().bytes());
        });
  }

  /**
   * Bands and ranges are known only now, and rows that fail for them speak against the file too.
   */
  private DecidedUpload surveyed(UploadFile upload, PhotometryRead.Read read, Survey survey) {
    String object = read.understanding().object();
    Shares shares = Shares.of(survey.objects(), object, planned.nova(), book);
    List<Portion> portions = shares.portions(survey);
    FileRefusal refusal =
        FileRefusals.hopeless(planned.filename(), new RowTally(good, 0, rejected.counts()));
    if (refusal == null && portions.isEmpty() && good > 0) {
      refusal = Unresolved.nobody(survey.objects(), object, book);
    }
    if (refusal != null) {
      return refuse(refusal, upload.file().bytes());
    }
    Parts parts = new Parts(archive, upload, survey, shares, time);
    List<Parts.Share> written = parts.write(portions, read.understanding().lines());
    if (portions.stream().mapToLong(Portion::rows).sum() < good) {
      rejected = time.run(() -> Unresolved.reject(upload, book, portions, rejected));
    }
    return accept(read, written);
  }

  private DecidedUpload accept(PhotometryRead.Read read, List<Parts.Share> shares) {
    long accepted = shares.stream().mapToLong(share -> share.portion().rows()).sum();
    byte[] manifest =
        Parts.manifest(planned, read.understanding(), accepted, rejected.counts(), shares);
    archive.write(NovaCatKeys.uploadManifest(planned.id()), Content.of(manifest));
    ArrayList<DecidedUpload.Part> parts = new ArrayList<>();
    shares.forEach(share -> parts.add(share.part()));
    return new DecidedUpload(
        planned.id(),
        null,
        format,
        read.tally().rows(),
        accepted,
        new TreeMap<>(rejected.counts()),
        0,
        null,
        parts,
        new TreeMap<>(rejected.total() == 0 ? Map.of() : rejected.putRows(archive)),
        ContentHash.of(manifest),
        read.understanding().account().unaccounted().size());
  }

  private DecidedUpload refuse(FileRefusal refusal, byte @Nullable [] bytes) {
    return new DecidedUpload(
        planned.id(),
        null,
        format,
        good + rejected.total(),
        0,
        new TreeMap<>(rejected.counts()),
        good,
        refusal,
        new ArrayList<>(),
        new TreeMap<>(rejected.putFile(archive, good, refusal, bytes)),
        null,
        0);
  }

  /** The time for one file, spent by several pieces of work in turn. Used by one thread. */
  static final class FileTime {
    private final Duration limit;
    private long left;

    FileTime(Duration limit) {
      this.limit = limit;
      this.left = limit.toNanos();
    }

    /**
     * Does a piece of work, which computes only.
     *
     * @throws TimeIsUp when all time is spent before it ends
     */
    <T> T run(Supplier<T> work) {
      if (left <= 0) {
        throw new TimeIsUp(limit);
      }
      long start = System.nanoTime();
      try {
        return TimeLimit.run(
            Duration.ofNanos(left),
            work,
            time -> {
              throw new TimeIsUp(limit);
            });
      } finally {
        left -= System.nanoTime() - start;
      }
    }

    /** Work on a file took longer than it may. */
    static final class TimeIsUp extends RuntimeException {
      private static final long serialVersionUID = 1;

      TimeIsUp(Duration limit) {
        super("longer than %s s".formatted(limit.toSeconds()));
      }
    }
  }
}
