package org.novacat.jobs.archive;

import static java.util.Objects.requireNonNull;
import static org.novacat.layouts.novacat.NovaCatKeys.primaryPrefix;
import static org.novacat.layouts.novacat.NovaCatKeys.sourceJson;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.register.SourceDocument;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.lock.Locks;
import org.novacat.persistence.lock.Locks.Recovery;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.product.ComingBytes;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.state.Eligibility;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.WriteResult;

/**
 * Brings to an end what dead runs left: their own records, their locks, and replacements of raw
 * bytes between their two steps; and lets wait again what is to be made again, because objects of
 * it are lost. Done again it does nothing. It removes no object but drafts.
 */
final class RecoverJob implements Job {
  private static final Counted RUNS = new Counted("runs", "ended", "left", 1000);
  private static final Counted LOCKS = new Counted("locks", "freed", "left", 1000);
  private static final Counted PRODUCTS = new Counted("products", "finished", "left", 1000);

  private static final Counted PARTS = new Counted("parts", "cleared", "left", 1000);

  private final Leftovers left;

  /** Why a replacement cannot be finished. */
  private enum Code {
    OTHER_BYTES
  }

  /** What dead runs left, and what is lost that can be made again. */
  record Leftovers(
      List<JobRunId> runs,
      List<String> locks,
      List<DataProductId> products,
      List<Derived.One> lost,
      Map<IngestFileId, Set<NovaId>> parts) {
    Leftovers {
      runs = List.copyOf(runs);
      locks = List.copyOf(locks);
      products = List.copyOf(products);
      lost = List.copyOf(lost);
      parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    boolean isEmpty() {
      return runs.isEmpty()
          && locks.isEmpty()
          && products.isEmpty()
          && lost.isEmpty()
          && parts.isEmpty();
    }
  }

  RecoverJob(Leftovers left) {
    this.left = left;
  }

  @Override
  public String name() {
    return "recover";
  }

  @Override
  public String workflow() {
    return "recover";
  }

  @Override
  public Content input() {
    ObjectNode root = Json.object().put("workflow", workflow());
    left.runs().forEach(run -> root.withArray("runs").add(run.toString()));
    left.locks().forEach(root.withArray("locks")::add);
    left.products().forEach(product -> root.withArray("products").add(product.toString()));
    left.lost().forEach(one -> root.withArray("lost_" + one.kind().things()).add(one.id()));
    left.parts().keySet().forEach(upload -> root.withArray("parts_of").add(upload.toString()));
    return Content.of(Json.document(root));
  }

  @Override
  public String nothingToDo() {
    return "Nothing to do: no dead run has left anything, and nothing is lost that can be made again.";
  }

  @Override
  public void run(JobRunner run) {
    Tally runs = run.count(RUNS);
    Tally locks = run.count(LOCKS);
    Tally products = run.count(PRODUCTS);
    Tally parts = run.count(PARTS);
    Map<Derived, Tally> lost = new EnumMap<>(Derived.class);
    for (Derived kind : Derived.values()) {
      lost.put(kind, run.count(kind.counted()));
    }
    if (left.isEmpty()) {
      return;
    }
    runs.plan(left.runs().size());
    locks.plan(left.locks().size());
    products.plan(left.products().size());
    left.parts().values().forEach(novae -> parts.plan(novae.size()));
    left.lost().forEach(one -> requireNonNull(lost.get(one.kind())).plan(1));
    run.begin();
    Catalog catalog = run.stores().catalog();
    left.runs().forEach(dead -> end(run, dead, runs));
    left.locks().forEach(key -> free(catalog.locks(), key, locks));
    left.products().forEach(product -> finish(run, product, products));
    left.parts().forEach((upload, novae) -> clear(catalog.uploads(), upload, novae, parts));
    left.lost().forEach(one -> makeAgain(catalog, one, requireNonNull(lost.get(one.kind()))));
  }

  private static void makeAgain(Catalog catalog, Derived.One lost, Tally tally) {
    try {
      boolean asked =
          switch (lost.kind()) {
            case SPECTRA -> readAgain(catalog.products(), DataProductId.parse(lost.id()));
            case UPLOADS -> decideAgain(catalog.uploads(), IngestFileId.parse(lost.id()));
            case TABLES -> {
              NovaId nova = NovaId.parse(lost.id());
              catalog.workQueue().put(nova, DirtyType.PHOTOMETRY, WorkConsumer.TABLE);
              yield true;
            }
            case BUNDLES -> {
              NovaId nova = NovaId.parse(lost.id());
              catalog.workQueue().put(nova, DirtyType.OBJECTS, WorkConsumer.BUNDLE);
              yield true;
            }
          };
      tally.ended(asked ? Ending.DONE : Ending.UNCHANGED);
    } catch (ConflictException e) {
      tally.named(Ending.NOT_OURS, lost.id(), String.valueOf(e.getMessage()));
    }
  }

  private static boolean readAgain(Products products, DataProductId id) {
    Optional<SpectraProduct> valid =
        products
            .find(id)
            .filter(product -> product.state().validation() == ValidationStatus.VALID)
            .filter(product -> product.state().eligibility() == Eligibility.NONE);
    valid.ifPresent(product -> products.reprocess(product.ref(), "objects of it are lost"));
    return valid.isPresent();
  }

  /** One that a person has rejected stays so. */
  private static boolean decideAgain(Uploads uploads, IngestFileId id) {
    return uploads
        .find(id)
        .filter(
            upload ->
                upload.status() == UploadStatus.ACCEPTED || upload.status() == UploadStatus.REFUSED)
        .flatMap(uploads::decideAgain)
        .isPresent();
  }

  private static void clear(Uploads all, IngestFileId upload, Set<NovaId> novae, Tally tally) {
    try {
      all.removeUnnamed(upload, novae);
      novae.forEach(any -> tally.ended(Ending.DONE));
    } catch (ConflictException e) {
      novae.forEach(
          nova -> tally.named(Ending.NOT_OURS, upload.toString(), String.valueOf(e.getMessage())));
    }
  }

  /** The lock first: a run that has none and has not ended is found dead again. */
  private static void end(JobRunner run, JobRunId dead, Tally tally) {
    try {
      if (run.stores().catalog().locks().recover(JobRun.lock(dead).key()) == Recovery.STILL_HELD) {
        tally.named(Ending.NOT_OURS, dead.toString(), "run " + dead + ": its process lives");
        return;
      }
      tally.ended(run.endDead(dead) ? Ending.DONE : Ending.UNCHANGED);
    } catch (ConflictException e) {
      tally.named(Ending.NOT_OURS, dead.toString(), String.valueOf(e.getMessage()));
    }
  }

  private static void free(Locks locks, String key, Tally tally) {
    switch (locks.recover(key)) {
      case RELEASED -> tally.ended(Ending.DONE);
      case NOTHING_TO_DO -> tally.ended(Ending.UNCHANGED);
      case STILL_HELD -> tally.named(Ending.NOT_OURS, key, "lock " + key + ": its holder lives");
    }
  }

  private static void finish(JobRunner run, DataProductId id, Tally tally) {
    Catalog catalog = run.stores().catalog();
    SpectraProduct product = catalog.products().find(id).orElse(null);
    ComingBytes coming = product == null ? null : product.coming();
    if (product == null || coming == null) {
      tally.ended(Ending.UNCHANGED);
      return;
    }
    try {
      Optional<HalfDone.Acquired> acquired =
          new HalfDone(run.stores().archive(), product).finish(coming);
      acquired.ifPresentOrElse(
          one -> {
            catalog
                .products()
                .recordAcquisition(
                    product.ref(), one.raw(), one.locators(), one.stated(), one.files());
            tally.ended(Ending.DONE);
          },
          () ->
              tally.named(
                  Ending.REFUSED,
                  Code.OTHER_BYTES,
                  id.toString(),
                  "product %s: its objects are neither those that it had nor those that were to come (register its source again)"
                      .formatted(id)));
    } catch (ConflictException e) {
      tally.named(Ending.NOT_OURS, id.toString(), String.valueOf(e.getMessage()));
    }
  }

  /** For a dry run. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    counts.put(RUNS.things(), left.runs().size());
    counts.put(LOCKS.things(), left.locks().size());
    counts.put(PRODUCTS.things(), left.products().size());
    counts.put(PARTS.things(), left.parts().values().stream().mapToInt(Set::size).sum());
    for (Derived kind : Derived.values()) {
      counts.put(
          kind.things(), (int) left.lost().stream().filter(one -> one.kind() == kind).count());
    }
    return counts;
  }

  /**
   * A replacement of raw bytes that a dead run left between its steps. The object tells which of
   * the two the product is to have; what says where they came from has to speak of the same.
   */
  private static final class HalfDone {
    private final Archive archive;
    private final SpectraProduct product;
    private final LayoutKey sourceKey;

    /** What the product has in the end. */
    record Acquired(Pointer raw, Pointer source, List<String> locators, StatedFacts stated) {
      List<FileObject> files() {
        return List.of(new FileObject(FileRole.RAW, raw), new FileObject(FileRole.SOURCE, source));
      }
    }

    HalfDone(Archive archive, SpectraProduct product) {
      this.archive = archive;
      this.product = product;
      this.sourceKey = sourceJson(product.novaId(), product.id());
    }

    /** Makes objects that fit each other; empty when they are neither of the two. */
    Optional<Acquired> finish(ComingBytes coming) {
      List<Pointer> there = primaries();
      return Stream.concat(
              there.stream().filter(raw -> raw.sha256().equals(coming.sha256())),
              there.stream().filter(this::isBefore))
          .flatMap(raw -> finish(raw, coming).stream())
          .findFirst();
    }

    /** The bytes that came before and those to come may have different endings. */
    private List<Pointer> primaries() {
      try (Stream<ListedObject> all = archive.list(primaryPrefix(product.novaId(), product.id()))) {
        return all.flatMap(one -> archive.pointer(one.key()).stream()).toList();
      }
    }

    private Optional<Acquired> finish(Pointer raw, ComingBytes coming) {
      byte[] source = source(raw.sha256());
      if (source != null && (isBefore(raw) || raw.sha256().equals(coming.sha256()))) {
        return archive
            .pointer(sourceKey.key())
            .map(
                there ->
                    new Acquired(raw, there, locators(raw, source), SourceDocument.stated(source)));
      }
      return isBefore(raw) ? restored(raw) : Optional.empty();
    }

    private List<String> locators(Pointer raw, byte[] source) {
      return isBefore(raw) ? product.locators() : SourceDocument.locators(source);
    }

    private boolean isBefore(Pointer raw) {
      Pointer before = product.rawFile();
      return before != null
          && raw.key().equals(before.key())
          && raw.sha256().equals(before.sha256());
    }

    private byte @Nullable [] source(ContentHash sha256) {
      return archive
          .unverified(sourceKey.key(), SourceDocument.LARGEST)
          .filter(there -> SourceDocument.speaksOf(there, sha256))
          .orElse(null);
    }

    /**
     * The run has died after it had said where the bytes to come are from, and before they came.
     */
    private Optional<Acquired> restored(Pointer raw) {
      Content source = Content.of(SourceDocument.restored(product));
      ETag before = archive.find(sourceKey.key()).map(ObjectInfo::etag).orElse(null);
      WriteResult written = archive.replace(sourceKey, source, before);
      return written instanceof WriteResult.Written there
          ? Optional.of(new Acquired(raw, there.pointer(), product.locators(), product.stated()))
          : Optional.empty();
    }
  }
}
