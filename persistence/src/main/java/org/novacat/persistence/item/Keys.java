package org.novacat.persistence.item;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.id.RunId;
import org.novacat.layouts.id.Slug;
import org.novacat.persistence.table.ItemKey;

/**
 * Where each kind of item lies. The one place where keys are put together.
 *
 * <p>Three partitions serve as directories, because a table with one index has no other way to
 * answer "which novae are there", "which runs were there" and "where is the product with this id"
 * without reading everything: {@code NAME#*}, {@code WORKFLOW#*} and {@code LOCATOR#@id#<id>}.
 */
public final class Keys {
  /** Names are upper case without {@code *} alone, so no nova can be called this. */
  public static final String ALL_NAMES = "*";

  /** Work and uploads are spread over this many partitions. */
  public static final int WORK_SHARDS = 16;

  /** What sort keys of all products of novae begin with, spectra and photometry tables. */
  public static final String PRODUCTS = "PRODUCT#";

  /** What sort keys of all spectra products begin with. */
  public static final String SPECTRA = PRODUCTS + "SPECTRA#";

  /** What index sort keys of eligible spectra products begin with. */
  public static final String ELIGIBLE = "ELIG#ACQUIRE#SPECTRA#";

  /** What sort keys of all objects of a nova begin with. */
  public static final String FILES = "FILE#";

  /** The partition that lists all runs. */
  public static final String ALL_RUNS = "WORKFLOW#*";

  /** What sort keys of all parts of uploads that are about a nova begin with. */
  public static final String PHOTOMETRY_PARTS = "PHOTOMETRY_PART#";

  /** What sort keys of uploads begin with. */
  public static final String UPLOADS = "UPLOAD#";

  /** What sort keys of what says that an upload waits begin with. */
  public static final String WAITING = "WAITING#";

  /** What index sort keys of waiting uploads began with, before those had items of their own. */
  public static final String WAITING_BEFORE = "ELIG#ACQUIRE#PHOTOMETRY#";

  private Keys() {}

  public static ItemKey nova(NovaId id) {
    return new ItemKey(id.toString(), "NOVA");
  }

  /** The partition of a nova: the nova itself, its products, files and runs. */
  public static String partition(NovaId id) {
    return id.toString();
  }

  /** The partition of all mappings of a normalised name, or of {@link #ALL_NAMES}. */
  public static String name(String normalizedName) {
    return "NAME#" + normalizedName;
  }

  public static ItemKey nameMapping(String normalizedName, NovaId id) {
    return new ItemKey(name(normalizedName), "NOVA#" + id);
  }

  public static ItemKey spectraProduct(NovaId nova, Provider provider, DataProductId id) {
    return new ItemKey(nova.toString(), spectraPrefix(provider) + id);
  }

  /** What sort keys of spectra products of one provider begin with. */
  public static String spectraPrefix(Provider provider) {
    return SPECTRA + provider + "#";
  }

  /** The index sort key of a product while it is eligible to be acquired and validated. */
  public static String eligible(Provider provider, DataProductId id) {
    return ELIGIBLE + provider + "#" + id;
  }

  public static ItemKey locatorAlias(String provider, String locatorIdentity, DataProductId id) {
    return new ItemKey("LOCATOR#%s#%s".formatted(provider, locatorIdentity), "DATA_PRODUCT#" + id);
  }

  public static ItemKey contentFingerprint(ContentHash hash) {
    return new ItemKey("SHA256#" + hash, "DATA_PRODUCT");
  }

  /** Items about one nova lie in its partition, others in that of the workflow. */
  public static String partition(@Nullable NovaId nova, String correlationId) {
    return nova == null ? "WORKFLOW#" + correlationId : nova.toString();
  }

  public static ItemKey fileObject(NovaId nova, String role, DataProductId product, String fileId) {
    return new ItemKey(nova.toString(), filePrefix(role, product) + "ID#" + fileId);
  }

  /** What sort keys of the objects begin with that have a role for a product. */
  public static String filePrefix(String role, DataProductId product) {
    return filePrefix(role) + product + "#";
  }

  /** What sort keys of all files of a role begin with. */
  public static String filePrefix(String role) {
    return FILES + role + "#";
  }

  public static String jobRun(String workflow, Instant startedAt, JobRunId id) {
    return "JOBRUN#%s#%s#%s".formatted(workflow, Times.text(startedAt), id);
  }

  public static ItemKey runListing(JobRunId id) {
    return new ItemKey(ALL_RUNS, "JOBRUN#" + id);
  }

  /** What sort keys of all attempts of a run begin with. */
  public static String attempts(JobRunId run) {
    return "ATTEMPT#%s#".formatted(run);
  }

  public static String attempt(JobRunId run, String task, int number, Instant at) {
    return String.format(Locale.ROOT, "%s%s#%04d#%s", attempts(run), task, number, Times.text(at));
  }

  /** The lock of an idempotency key. */
  public static ItemKey lock(String idempotencyKey) {
    return new ItemKey("IDEMPOTENCY#" + idempotencyKey, "LOCK");
  }

  /** The one photometry table of a nova. */
  public static ItemKey photometryTable(NovaId nova) {
    return new ItemKey(nova.toString(), PRODUCTS + "PHOTOMETRY_TABLE");
  }

  /** The one bundle of a nova. */
  public static ItemKey bundle(NovaId nova) {
    return new ItemKey(nova.toString(), "BUNDLE");
  }

  public static ItemKey release(ReleaseId id) {
    return new ItemKey("RELEASE", id.toString());
  }

  /** Which release visitors see. No release has an id that sorts behind it. */
  public static ItemKey currentRelease() {
    return new ItemKey("RELEASE", "CURRENT");
  }

  public static ItemKey tableRun(Slug workflow, Slug job, LocalDate day, RunId id) {
    String date = BASIC_ISO_DATE.format(day);
    return new ItemKey("TABLE#%s#%s".formatted(workflow, job), "RUN#%s#%s".formatted(date, id));
  }

  public static ItemKey artifact(String type, String jobId) {
    return new ItemKey("ARTIFACT#" + type, "JOB#" + jobId);
  }

  public static ItemKey migration(Slug id) {
    return new ItemKey("MIGRATION#" + id, "MANIFEST");
  }

  public static ItemKey migrationRecord(Slug migration, String oldPath) {
    ContentHash path = ContentHash.of(oldPath.getBytes(UTF_8));
    return new ItemKey("MIGRATION#" + migration, "RECORD#" + path);
  }

  public static ItemKey photometryPart(NovaId nova, IngestFileId upload) {
    return new ItemKey(nova.toString(), PHOTOMETRY_PARTS + upload);
  }

  public static ItemKey upload(IngestFileId id) {
    return new ItemKey(uploads(id), UPLOADS + id);
  }

  public static String uploads(IngestFileId id) {
    return uploads(shard(id.value()));
  }

  /** One of the partitions of uploads, 0 to {@link #WORK_SHARDS} − 1. */
  public static String uploads(int shard) {
    return "UPLOADS#" + shard;
  }

  /** Of what says that an upload waits. */
  public static ItemKey waiting(IngestFileId id) {
    return new ItemKey(uploads(id), WAITING + id);
  }

  /**
   * One of the partitions of waiting work.
   *
   * @param consumer whose, with {@code #} behind it; "" for the one that has no name
   */
  public static String workQueue(String consumer, int shard) {
    return "WORKQUEUE#" + consumer + shard;
  }

  /**
   * The number of the partition that something with this id lies in, 0 to {@link #WORK_SHARDS} − 1.
   */
  public static int shard(UUID id) {
    return Math.floorMod(id.getLeastSignificantBits(), WORK_SHARDS);
  }
}
