package org.novacat.persistence.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.lock.LockRecord;
import org.novacat.persistence.lock.LockStatus;
import org.novacat.persistence.nova.NameMapping;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.photometry.WaitingUpload;
import org.novacat.persistence.product.ComingBytes;
import org.novacat.persistence.product.ContentFingerprint;
import org.novacat.persistence.product.LocatorAlias;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.table.Parallel;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;

/**
 * All that the items of a table say of objects and of each other, read in one pass, several parts
 * of the table at once. What other runs write meanwhile may be in it or not. Takes memory that
 * grows with the table: some kilobytes a product.
 */
public final class Inventory {
  private final List<Claim> claims = new ArrayList<>();
  private final Map<DataProductId, Claim> sources = new HashMap<>();
  final Map<DataProductId, Standing> products = new HashMap<>();
  final Map<DataProductId, Set<FileRole>> files = new HashMap<>();
  final Map<DataProductId, Integer> aliases = new HashMap<>();
  final Map<ContentHash, DataProductId> owners = new HashMap<>();
  final Map<NovaId, Nova> novae = new HashMap<>();
  final Map<NovaId, Set<String>> names = new HashMap<>();
  final Map<IngestFileId, PhotometryUpload> uploads = new HashMap<>();
  final Set<IngestFileId> waiting = new HashSet<>();
  final Map<IngestFileId, Set<NovaId>> parts = new HashMap<>();
  final Set<NovaId> tables = new HashSet<>();
  final Set<NovaId> bundles = new HashSet<>();
  final Map<JobRunId, List<JobRun>> runs = new HashMap<>();
  final Map<String, LockRecord> locks = new HashMap<>();

  /** Where a product stands; no more of it is kept. */
  record Standing(
      ValidationStatus validation,
      @Nullable ContentHash sha256,
      @Nullable DataProductId duplicateOf,
      @Nullable ComingBytes coming,
      Instant updatedAt) {}

  private Inventory() {}

  /** Reads a table. */
  public static Inventory of(Table table) {
    Inventory all = new Inventory();
    Parallel.scan(table, Scan.of(""), Inventory::read).forEach(all::add);
    return all;
  }

  /**
   * What items say of objects; the same object may be claimed by several. While the bytes of a
   * product are replaced, nothing is said of them and of where they came from.
   */
  public List<Claim> claims() {
    List<Claim> all = new ArrayList<>(claims);
    sources.forEach(
        (id, claim) -> {
          Standing product = products.get(id);
          if (product == null || product.coming() == null) {
            all.add(claim);
          }
        });
    return all;
  }

  /** What items say of each other that cannot be, at this time. */
  public List<Contradiction> contradictions(Instant now) {
    return new Contradictions(this, now).all();
  }

  /** Whether there is such a product. */
  public boolean has(DataProductId product) {
    return products.containsKey(product);
  }

  /** Whether there is such an upload. */
  public boolean has(IngestFileId upload) {
    return uploads.containsKey(upload);
  }

  /** Whether there is such a run. */
  public boolean has(JobRunId run) {
    return runs.containsKey(run);
  }

  /** Whether a nova has a photometry table. */
  public boolean hasTable(NovaId nova) {
    return tables.contains(nova);
  }

  /**
   * The parts, as the novae that they are about, that the verdicts of their uploads do not name.
   */
  public Map<IngestFileId, Set<NovaId>> unnamedParts() {
    Map<IngestFileId, Set<NovaId>> unnamed = new TreeMap<>();
    uploads.forEach(
        (id, upload) ->
            parts.getOrDefault(id, Set.of()).stream()
                .filter(nova -> !upload.hasRowsOf(nova))
                .forEach(nova -> unnamed.computeIfAbsent(id, any -> new TreeSet<>()).add(nova)));
    return unnamed;
  }

  private static Inventory read(Stream<RawItem> items) {
    Inventory part = new Inventory();
    items.forEach(part::add);
    return part;
  }

  private void add(RawItem item) {
    switch (String.valueOf(item.text("entity_type"))) {
      case "DataProduct" -> add(SpectraProduct.ITEM.read(item));
      case "FileObject" -> add(FileObject.read(item), FileObject.productOf(item));
      case "LocatorAlias" -> add(LocatorAlias.ITEM.read(item));
      case "ContentFingerprint" -> add(ContentFingerprint.ITEM.read(item));
      case "Nova" -> add(Nova.ITEM.read(item));
      case "NameMapping" -> name(item);
      case "PhotometryUpload" -> upload(item);
      case "WaitingUpload" -> waiting.add(WaitingUpload.ITEM.read(item).id());
      case "PhotometryPart" -> add(PhotometryPart.ITEM.read(item));
      case "PhotometryTable" -> add(PhotometryTable.ITEM.read(item));
      case "Bundle" -> add(Bundle.ITEM.read(item));
      case "JobRun" -> add(JobRun.ITEM.read(item));
      case "IdempotencyLock" -> add(LockRecord.ITEM.read(item));
      default -> {}
    }
  }

  private void add(SpectraProduct product) {
    ContentHash sha256 = product.rawFile() == null ? null : product.rawFile().sha256();
    products.put(
        product.id(),
        new Standing(
            product.state().validation(),
            sha256,
            product.duplicateOf(),
            product.coming(),
            product.meta().updatedAt()));
    if (product.rawFile() != null && product.coming() == null) {
      claims.add(Claim.of(product.rawFile(), "product " + product.id()));
    }
  }

  private void add(FileObject file, DataProductId product) {
    files.computeIfAbsent(product, any -> new HashSet<>()).add(file.role());
    if (file.role() != FileRole.RAW) {
      String by = "file %s of product %s".formatted(file.role(), product);
      Claim claim = Claim.of(file.pointer(), by);
      if (file.role() == FileRole.SOURCE) {
        sources.put(product, claim);
      } else {
        claims.add(claim);
      }
    }
  }

  private void add(LocatorAlias alias) {
    aliases.merge(alias.productId(), 1, Integer::sum);
  }

  private void add(ContentFingerprint fingerprint) {
    owners.put(fingerprint.sha256(), fingerprint.owner());
  }

  private void add(Nova nova) {
    novae.put(nova.id(), nova);
  }

  private void name(RawItem item) {
    NovaId nova = NameMapping.ITEM.read(item).novaId();
    names.computeIfAbsent(nova, any -> new HashSet<>()).add(item.key().pk());
  }

  /** Those that an earlier novacat registered wait in the index. */
  private void upload(RawItem item) {
    PhotometryUpload upload = PhotometryUpload.ITEM.read(item);
    if (item.text(Table.INDEX_PARTITION) != null) {
      waiting.add(upload.id());
    }
    add(upload);
  }

  private void add(PhotometryUpload upload) {
    uploads.put(upload.id(), upload);
    String by = "upload " + upload.id();
    claims.add(Claim.of(upload.raw(), by));
    hashed(upload.companions(), by);
    UploadVerdict verdict = upload.verdict();
    if (verdict != null) {
      hashed(verdict.quarantined(), by);
    }
    if (verdict != null
        && verdict.quarantined().isEmpty()
        && !verdict.quarantinePrefix().isEmpty()) {
      LayoutKey context = NovaCatPrivate.QUARANTINE_UPLOAD_CONTEXT.in(verdict.quarantinePrefix());
      claims.add(new Claim(context.key(), -1, null, by));
    }
    if (verdict != null && verdict.manifest() != null) {
      ObjectKey manifest = NovaCatKeys.uploadManifest(upload.id()).key();
      claims.add(new Claim(manifest, -1, verdict.manifest(), by));
    }
  }

  private void hashed(Map<ObjectKey, ContentHash> objects, String by) {
    objects.forEach((key, hash) -> claims.add(new Claim(key, -1, hash, by)));
  }

  private void add(PhotometryPart part) {
    parts.computeIfAbsent(part.upload(), any -> new HashSet<>()).add(part.novaId());
    String by = "part of nova %s of upload %s".formatted(part.novaId(), part.upload());
    claims.add(Claim.of(part.object(), by));
    if (part.parquet() != null) {
      claims.add(Claim.of(part.parquet(), by));
    }
  }

  private void add(PhotometryTable table) {
    NovaId nova = table.novaId();
    tables.add(nova);
    String by = "photometry table of nova " + nova;
    claims.add(Claim.of(table.object(), by));
    ObjectKey metadata = NovaCatKeys.photometryMetadata(nova).key();
    claims.add(new Claim(metadata, -1, table.metadata(), by));
    claims.add(new Claim(NovaCatKeys.lightcurvePng(nova).key(), -1, table.plot(), by));
  }

  private void add(Bundle bundle) {
    NovaId nova = bundle.novaId();
    bundles.add(nova);
    String by = "bundle of nova " + nova;
    claims.add(Claim.of(bundle.zip(), by));
    ObjectKey manifest = NovaCatKeys.bundleManifest(nova).key();
    claims.add(new Claim(manifest, -1, bundle.manifest(), by));
  }

  private void add(JobRun run) {
    runs.computeIfAbsent(run.id(), any -> new ArrayList<>()).add(run);
    String by = "run " + run.id();
    payload(NovaCatKeys.workflowInput(run.workflow(), run.id()), run, JobRun.PLAN, by);
    payload(NovaCatKeys.workflowOutput(run.workflow(), run.id()), run, JobRun.REPORT, by);
  }

  private void payload(LayoutKey key, JobRun run, String hash, String by) {
    String sha256 = run.summary().get(hash);
    if (sha256 != null) {
      claims.add(new Claim(key.key(), -1, new ContentHash(sha256), by));
    }
  }

  private void add(LockRecord lock) {
    if (lock.status() == LockStatus.IN_PROGRESS) {
      locks.put(lock.key(), lock);
    }
  }

  private void add(Inventory other) {
    claims.addAll(other.claims);
    sources.putAll(other.sources);
    products.putAll(other.products);
    merge(files, other.files);
    other.aliases.forEach((id, count) -> aliases.merge(id, count, Integer::sum));
    owners.putAll(other.owners);
    novae.putAll(other.novae);
    merge(names, other.names);
    uploads.putAll(other.uploads);
    waiting.addAll(other.waiting);
    merge(parts, other.parts);
    tables.addAll(other.tables);
    bundles.addAll(other.bundles);
    other.runs.forEach(
        (id, copies) -> runs.computeIfAbsent(id, any -> new ArrayList<>()).addAll(copies));
    locks.putAll(other.locks);
  }

  private static <K, V> void merge(Map<K, Set<V>> into, Map<K, Set<V>> more) {
    more.forEach((key, values) -> into.computeIfAbsent(key, any -> new HashSet<>()).addAll(values));
  }
}
