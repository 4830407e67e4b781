package org.novacat.jobs.archive;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.OrderedParallel;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.KeyMatch;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.audit.Claim;
import org.novacat.persistence.audit.Inventory;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.StoreDenied;

/**
 * Holds the items of a table against the objects of a bucket. It writes nothing. What other runs
 * write meanwhile may be found missing or unused. Used once.
 */
final class Verification {
  private static final int THREADS = 8;
  private static final String REGISTER = "register its source again, which puts it back";
  private static final String COPY =
      "nothing makes it again: put it back from a copy of the bucket";

  private final Archive archive;
  private final Inventory items;
  private final Map<ObjectKey, Long> lengths = new HashMap<>();
  private final List<Finding> found = new ArrayList<>();

  private Verification(Archive archive, Inventory items) {
    this.archive = archive;
    this.items = items;
  }

  static List<Finding> of(Catalog catalog, Archive archive, boolean deep, Instant now) {
    Verification verification = new Verification(archive, catalog.inventory());
    verification.list();
    List<Claim> sound = verification.claims();
    if (deep) {
      verification.hash(sound);
    }
    verification.objects();
    verification
        .items
        .contradictions(now)
        .forEach(
            one ->
                verification.add(CheckKind.valueOf(one.kind().name()), one.what(), one.message()));
    return verification.found;
  }

  private void add(CheckKind kind, String what, String message) {
    found.add(new Finding(kind, what, message));
  }

  private void list() {
    try (Stream<ListedObject> objects = archive.list("", this::foreign)) {
      objects.forEach(object -> lengths.put(object.key(), object.length()));
    }
  }

  private void foreign(String name) {
    add(CheckKind.KEY_FOREIGN, name, "It is no key of the layout (move it away)");
  }

  /** The claims on objects that are there, and as long as they say; others are findings. */
  private List<Claim> claims() {
    List<Claim> sound = new ArrayList<>();
    for (Claim claim : items.claims()) {
      Long length = lengths.get(claim.key());
      if (length == null) {
        add(
            CheckKind.OBJECT_MISSING,
            claim.key().toString(),
            "It is not there, and %s points at it (%s)"
                .formatted(claim.by(), remedy(claim.key(), false)));
      } else if (claim.length() >= 0 && claim.length() != length) {
        add(
            CheckKind.OBJECT_CHANGED,
            claim.key().toString(),
            "It has %s bytes, and %s says %s (%s)"
                .formatted(length, claim.by(), claim.length(), remedy(claim.key(), false)));
      } else {
        sound.add(claim);
      }
    }
    return sound;
  }

  private static String remedy(ObjectKey key, boolean deep) {
    String other = key.toString().startsWith("raw/") ? REGISTER : COPY;
    return Derived.of(key).map(one -> one.kind().remedy(deep)).orElse(other);
  }

  private void hash(List<Claim> claims) {
    Map<ObjectKey, List<Claim>> byKey = new HashMap<>();
    claims.stream()
        .filter(claim -> claim.sha256() != null)
        .forEach(claim -> byKey.computeIfAbsent(claim.key(), any -> new ArrayList<>()).add(claim));
    try (OrderedParallel<Map.Entry<ObjectKey, List<Claim>>, List<Finding>> hashed =
            new OrderedParallel<>(
                byKey.entrySet().iterator(), THREADS, one -> hash(one.getKey(), one.getValue()));
        Progress progress = Progress.of("objects", byKey.size())) {
      while (hashed.hasNext()) {
        found.addAll(hashed.next());
        progress.add(1);
      }
    }
  }

  private List<Finding> hash(ObjectKey key, List<Claim> claims) {
    ContentHash actual;
    try {
      actual = archive.sha256(key).orElse(null);
    } catch (StoreDenied | UncheckedIOException e) {
      String what = "It cannot be read: %s (%s)".formatted(e.getMessage(), remedy(key, true));
      return List.of(new Finding(CheckKind.OBJECT_CHANGED, key.toString(), what));
    }
    return claims.stream()
        .filter(claim -> !Objects.equals(claim.sha256(), actual))
        .map(
            claim ->
                new Finding(
                    CheckKind.OBJECT_CHANGED,
                    key.toString(),
                    "Its SHA-256 is %s, and %s says %s (%s)"
                        .formatted(actual, claim.by(), claim.sha256(), remedy(key, true))))
        .toList();
  }

  private void objects() {
    Set<ObjectKey> claimed = new HashSet<>();
    items.claims().forEach(claim -> claimed.add(claim.key()));
    Set<DataProductId> withBytes = withBytes(claimed);
    for (ObjectKey key : lengths.keySet()) {
      NovaCatPrivate.LAYOUT
          .match(key)
          .ifPresentOrElse(
              match -> {
                if (!claimed.contains(key) && !isVouchedFor(match, withBytes)) {
                  add(
                      CheckKind.OBJECT_UNUSED,
                      key.toString(),
                      "No item knows of it: a killed run left it, or its item is lost (see the other findings before you remove it)");
                }
              },
              () -> foreign(key.toString()));
    }
  }

  /** Whether what answers for the key is there, where it need not name every one of its objects. */
  private boolean isVouchedFor(KeyMatch match, Set<DataProductId> withBytes) {
    return switch (((NovaCatPrivate) match.entry()).voucher()) {
      case FILE_OBJECT, BUNDLE, RELEASE -> false;
      case PRODUCT ->
          items.has(product(match)) && !(isPrimary(match) && withBytes.contains(product(match)));
      case UPLOAD, PART -> items.has(IngestFileId.parse(match.fields().text("ingest_file_id")));
      case TABLE -> items.hasTable(NovaId.parse(match.fields().text("nova_id")));
      case JOB_RUN -> items.has(JobRunId.parse(match.fields().text("job_run_id")));
      case NOBODY -> true;
    };
  }

  /** The products whose bytes are known: others of another ending are none of theirs. */
  private static Set<DataProductId> withBytes(Set<ObjectKey> claimed) {
    Set<DataProductId> withBytes = new HashSet<>();
    for (ObjectKey key : claimed) {
      NovaCatPrivate.LAYOUT
          .match(key)
          .filter(Verification::isPrimary)
          .ifPresent(match -> withBytes.add(product(match)));
    }
    return withBytes;
  }

  private static boolean isPrimary(KeyMatch match) {
    return match.entry() == NovaCatPrivate.RAW_PRIMARY
        || match.entry() == NovaCatPrivate.RAW_PRIMARY_TEXT;
  }

  private static DataProductId product(KeyMatch match) {
    return DataProductId.parse(match.fields().text("data_product_id"));
  }
}
