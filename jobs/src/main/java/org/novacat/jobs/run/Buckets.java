package org.novacat.jobs.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreProbe;

/** Looks at the buckets that options name, with the patience of a person. */
public final class Buckets {
  private Buckets() {}

  /** The archive in the private bucket. */
  public static Archive archive(StoreOptions options) {
    return new Archive(opened(options.privateBucket()), options.privateBucketName());
  }

  /**
   * The archive in the public bucket.
   *
   * @param policy how long each request is tried
   * @param waits by which it waits, and says so when it takes long
   * @throws UserError when the options name none that can be opened
   */
  public static Archive publicArchive(StoreOptions options, RetryPolicy policy, Waits waits) {
    StoreLocation bucket = options.publicBucket();
    ObjectStore store = UserError.ifRefused(() -> ObjectStores.open(bucket, policy, waits));
    return new Archive(store, options.publicBucketName());
  }

  /**
   * Tries out what a store promises, which servers that are like S3 may lack and seldom say.
   *
   * @return what was found, in words
   * @throws UserError when it lacks what jobs rely on
   */
  public static String promises(StoreLocation bucket) {
    try (ObjectStore store = opened(bucket)) {
      List<StoreProbe> broken =
          StoreProbe.of(store, probed(), probed()).stream().filter(p -> !p.kept()).toList();
      String lacking = broken.stream().map(StoreProbe::what).collect(Collectors.joining(", "));
      if (broken.stream().anyMatch(StoreProbe::needed)) {
        throw new UserError(
            "Cannot trust store '%s': it does not keep what it must: %s (use another server; see 'Buckets on S3' in docs/operations.md)"
                .formatted(bucket, lacking));
      }
      return broken.isEmpty() ? "all kept" : "kept, but not what no job needs yet: " + lacking;
    }
  }

  private static ObjectKey probed() {
    return NovaCatKeys.workflowInput("doctor", JobRunId.mint()).key();
  }

  /** Reads in a bucket; what was found, in words. */
  public static String look(StoreLocation bucket) {
    try (ObjectStore store = opened(bucket);
        Stream<ListedObject> objects = store.list("")) {
      return bucket.uri() + (objects.findAny().isPresent() ? ": it is read" : ": it is empty");
    }
  }

  private static ObjectStore opened(StoreLocation bucket) {
    return ObjectStores.open(bucket, RetryPolicy.PROMPT, Waits.said(WaitListener.NONE));
  }
}
