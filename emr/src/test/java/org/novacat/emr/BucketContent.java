package org.novacat.emr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.store.ObjectStore;

/**
 * The objects of a bucket, each with the hash of its bytes. What tells of one run, and not of what
 * it made, is left out: plans and reports below {@code workflow-payloads}, the moment in the names
 * of folders of quarantine, the moments when bytes were fetched in {@code source.json} and when a
 * bundle or a Zarr store was made, the run that made such a store, and what its manifest says of
 * the documents with these two.
 */
record BucketContent(SortedMap<String, String> hashes) {
  private static final String OF_ONE_RUN = "workflow-payloads/";
  private static final String MOMENT_OF_QUARANTINE =
      "^(quarantine/spectra/[^/]+/[^/]+|quarantine/photometry/[^/]+)/[^/]+/";
  private static final String SAY_WHEN =
      "raw/spectra/.*/source\\.json|bundles/.*\\.json"
          + "|[^/]*\\.zarr/(\\.zattrs|\\.zmetadata|_manifest\\.json)";
  private static final String MOMENT_OR_RUN =
      "\"(fetched_at|created_at|run_id|run)\" *: *\"[^\"]*\""
          + "|\\{\"path\":\"\\.z(attrs|metadata)\"[^}]*\\}";
  private static final long MOST_BYTES = 1L << 26;

  /** What is there now. */
  static BucketContent of(StoreLocation bucket) {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (ObjectStore store = ObjectStores.open(bucket);
        Stream<ObjectKey> keys = store.list("").map(object -> object.key())) {
      keys.filter(key -> !key.toString().startsWith(OF_ONE_RUN))
          .forEach(key -> hashes.put(name(key), hash(key, store.read(key, MOST_BYTES))));
    }
    return new BucketContent(hashes);
  }

  private static String name(ObjectKey key) {
    return key.toString().replaceFirst(MOMENT_OF_QUARANTINE, "$1/{timestamp}/");
  }

  private static String hash(ObjectKey key, byte[] bytes) {
    return key.toString().matches(SAY_WHEN)
        ? ContentHash.of(new String(bytes, UTF_8).replaceAll(MOMENT_OR_RUN, "").getBytes(UTF_8))
            .hex()
        : ContentHash.of(bytes).hex();
  }

  /** The same of the objects whose keys begin so. */
  BucketContent below(String prefix) {
    SortedMap<String, String> some = new TreeMap<>(hashes);
    some.keySet().removeIf(key -> !key.startsWith(prefix));
    return new BucketContent(some);
  }

  /** Each object that is not the same in both. */
  List<String> differencesFrom(BucketContent other) {
    List<String> differences = new ArrayList<>();
    Set<String> keys = new TreeSet<>(hashes.keySet());
    keys.addAll(other.hashes.keySet());
    for (String key : keys) {
      String here = hashes.getOrDefault(key, "missing");
      String there = other.hashes.getOrDefault(key, "missing");
      if (!here.equals(there)) {
        differences.add("%s: %s here, %s there".formatted(key, here, there));
      }
    }
    return differences;
  }
}
