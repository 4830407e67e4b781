package org.novacat.persistence.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.audit.Contradiction.Kind;
import org.novacat.persistence.audit.Inventory.Standing;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.lock.LockRecord;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.NovaNames;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.product.ComingBytes;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunStatus;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.state.ValidationStatus;

/** Finds what items say of each other that cannot be. Used once. */
final class Contradictions {
  /** The alias of its locator and the one of its id. */
  private static final int ALIASES = 2;

  /** A run that replaces bytes does not take so long. */
  private static final Duration REPLACEMENT = Duration.ofMinutes(1);

  private static final Set<FileRole> OF_RAW = Set.of(FileRole.RAW, FileRole.SOURCE);

  private static final Set<FileRole> OF_VALID =
      Set.of(FileRole.SPECTRUM, FileRole.METADATA, FileRole.PREVIEW);

  private final Inventory items;
  private final Instant now;
  private final List<Contradiction> found = new ArrayList<>();

  Contradictions(Inventory items, Instant now) {
    this.items = items;
    this.now = now;
  }

  List<Contradiction> all() {
    items.products.forEach(this::product);
    items.aliases.keySet().forEach(id -> needsProduct(id, "an alias leads to it"));
    items.owners.forEach(
        (sha256, owner) -> needsProduct(owner, "it owns the bytes with SHA-256 " + sha256));
    items.files.forEach(this::filesHaveTheirProduct);
    items.novae.forEach(this::nova);
    items.names.keySet().forEach(id -> needsNova(id, "a name leads to it"));
    items.tables.forEach(id -> needsNova(id, "it has a photometry table"));
    items.bundles.forEach(id -> needsNova(id, "it has a bundle"));
    items.uploads.forEach(this::upload);
    items.parts.keySet().forEach(id -> needsUpload(id, "there are parts of it"));
    items.waiting.forEach(id -> needsUpload(id, "something says that it waits"));
    items.unnamedParts().forEach(this::unnamed);
    items.runs.forEach(this::run);
    items.locks.values().forEach(this::lock);
    return found;
  }

  private void add(Kind kind, String what, String message) {
    found.add(new Contradiction(kind, what, message));
  }

  private void lost(String what, String message) {
    add(Kind.ITEM_LOST, what, message);
  }

  private <T> void lost(String what, String message, Set<T> wanted, Set<T> there) {
    Set<T> missing = new HashSet<>(wanted);
    missing.removeAll(there);
    if (!missing.isEmpty()) {
      lost(what, message + missing);
    }
  }

  private void product(DataProductId id, Standing product) {
    String what = "product " + id;
    if (items.aliases.getOrDefault(id, 0) < ALIASES) {
      lost(what, "One of its two aliases is missing");
    }
    if (product.sha256() != null && !roles(id).containsAll(OF_RAW)) {
      lost(what, "The item of its raw file, or of where it came from, is missing");
    }
    if (product.validation() == ValidationStatus.VALID) {
      valid(id, product, what);
    }
    if (product.validation() == ValidationStatus.QUARANTINED
        && !roles(id).contains(FileRole.QUARANTINE_CONTEXT)) {
      lost(what, "It is in quarantine, and the item of its context is missing");
    }
    duplicate(product, what);
    coming(product, what);
  }

  private Set<FileRole> roles(DataProductId id) {
    return items.files.getOrDefault(id, Set.of());
  }

  private void valid(DataProductId id, Standing product, String what) {
    if (!id.equals(items.owners.get(product.sha256()))) {
      lost(what, "It is valid, and nothing says that it owns its bytes");
    }
    lost(what, "It is valid, and items of its files are missing: ", OF_VALID, roles(id));
  }

  private void duplicate(Standing product, String what) {
    DataProductId of = product.duplicateOf();
    Standing owner = of == null ? null : items.products.get(of);
    if (of != null && (owner == null || owner.validation() != ValidationStatus.VALID)) {
      lost(what, "It is a duplicate of product %s, which is not valid".formatted(of));
    }
  }

  private void coming(Standing product, String what) {
    ComingBytes coming = product.coming();
    if (coming != null && product.updatedAt().plus(REPLACEMENT).isBefore(now)) {
      String message = "Bytes with SHA-256 %s were to replace its own".formatted(coming.sha256());
      add(Kind.REPLACEMENT_HALF_DONE, what, message);
    }
  }

  private void needsProduct(DataProductId id, String why) {
    if (!items.products.containsKey(id)) {
      lost("product " + id, "It is missing, and " + why);
    }
  }

  /** An archive has files and is no product. */
  private void filesHaveTheirProduct(DataProductId id, Set<FileRole> roles) {
    if (!roles.contains(FileRole.ARCHIVE)) {
      needsProduct(id, "it has files " + roles);
    }
  }

  private void needsNova(NovaId id, String why) {
    if (!items.novae.containsKey(id)) {
      lost("nova " + id, "It is missing, and " + why);
    }
  }

  /** Every name of a nova leads to it, and the directory lists it; a merged one has neither. */
  private void nova(NovaId id, Nova nova) {
    if (nova.mergedInto() != null) {
      return;
    }
    Set<String> there = items.names.getOrDefault(id, Set.of());
    Set<String> names = new HashSet<>();
    names.add(Keys.name(Keys.ALL_NAMES));
    names.add(item(nova.primaryName(), there));
    nova.aliases().forEach(alias -> names.add(item(alias, there)));
    lost("nova " + id, "Items by which it is found are missing: ", names, there);
  }

  /** The item that a name has, or should have; older ones may have an earlier form of it. */
  private static String item(String name, Set<String> there) {
    List<String> items = NovaNames.forms(name).stream().map(Keys::name).toList();
    return items.stream().filter(there::contains).findFirst().orElse(items.get(0));
  }

  private void upload(IngestFileId id, PhotometryUpload upload) {
    if (upload.isWaiting() && !items.waiting.contains(id)) {
      lost(
          "upload " + id,
          "It waits, and the item by which it is found is missing (register its file again)");
    }
    UploadVerdict verdict = upload.verdict();
    if (upload.status() == UploadStatus.ACCEPTED && verdict != null) {
      Set<NovaId> parts = items.parts.getOrDefault(id, Set.of());
      Set<NovaId> named = Set.copyOf(verdict.novae());
      lost("upload " + id, "Items of its parts are missing, of novae ", named, parts);
    }
  }

  private void unnamed(IngestFileId id, Set<NovaId> novae) {
    add(Kind.PART_UNNAMED, "upload " + id, "Its verdict does not name its parts of novae " + novae);
  }

  private void needsUpload(IngestFileId id, String why) {
    if (!items.uploads.containsKey(id)) {
      lost("upload " + id, "It is missing, and " + why);
    }
  }

  /** Each run stands twice, and both say the same. */
  private void run(JobRunId id, List<JobRun> copies) {
    if (copies.size() != 2) {
      lost("run " + id, "It stands once only");
    } else if (!copies.get(0).equals(copies.get(1))) {
      add(Kind.ITEMS_DISAGREE, "run " + id, "Its two items say different things");
    }
    JobRun run = copies.get(0);
    if (run.status() == RunStatus.RUNNING && isDead(JobRun.lock(id).key())) {
      add(Kind.RUN_DEAD, "run " + id, "It has not ended, and its process is gone");
    }
  }

  private boolean isDead(String key) {
    LockRecord lock = items.locks.get(key);
    return lock == null || !lock.leaseExpiresAt().isAfter(now);
  }

  private void lock(LockRecord lock) {
    if (!lock.leaseExpiresAt().isAfter(now) && !JobRun.isLock(lock.key())) {
      String message =
          "Run %s holds it since %s and has not been heard of since %s"
              .formatted(lock.holder(), lock.acquiredAt(), lock.leaseExpiresAt());
      add(Kind.LOCK_STALE, "lock " + lock.key(), message);
    }
  }
}
