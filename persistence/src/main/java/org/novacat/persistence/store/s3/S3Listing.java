package org.novacat.persistence.store.s3;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ListedObject;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Asks for a page of a listing when it gets there, and holds one page at a time. */
final class S3Listing extends Spliterators.AbstractSpliterator<ListedObject> {
  private final S3Client client;
  private final S3Tries tries;
  private final String bucket;
  private final String prefix;
  private final Consumer<String> foreign;
  private Iterator<S3Object> page = List.<S3Object>of().iterator();
  private @Nullable String next;
  private boolean isLast;

  /**
   * @throws IllegalArgumentException if no key begins with {@code prefix}
   */
  S3Listing(
      S3Client client, S3Tries tries, String bucket, String prefix, Consumer<String> foreign) {
    super(Long.MAX_VALUE, ORDERED | DISTINCT | NONNULL);
    this.client = client;
    this.tries = tries;
    this.bucket = bucket;
    this.prefix = requireBeginning(prefix);
    this.foreign = foreign;
  }

  @Override
  public boolean tryAdvance(Consumer<? super ListedObject> action) {
    while (page.hasNext() || !isLast) {
      if (!page.hasNext()) {
        turn();
        continue;
      }
      Optional<ListedObject> object = listed(page.next());
      if (object.isPresent()) {
        action.accept(object.get());
        return true;
      }
    }
    return false;
  }

  private void turn() {
    ListObjectsV2Response answer =
        tries.ask(
            "list '%s*'".formatted(prefix),
            () ->
                client.listObjectsV2(r -> r.bucket(bucket).prefix(prefix).continuationToken(next)));
    // Not all servers know what a prefix is that is no folder.
    page = answer.contents().stream().filter(o -> o.key().startsWith(prefix)).iterator();
    next = answer.nextContinuationToken();
    isLast = !Boolean.TRUE.equals(answer.isTruncated());
  }

  private Optional<ListedObject> listed(S3Object object) {
    Optional<ObjectKey> key = key(object.key());
    if (key.isEmpty()) {
      foreign.accept(object.key());
    }
    return key.map(one -> new ListedObject(one, object.size(), object.lastModified()));
  }

  /** Empty for what others put there under a name that no key has. */
  static Optional<ObjectKey> key(String name) {
    try {
      return Optional.of(ObjectKey.of(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String requireBeginning(String prefix) {
    try {
      ObjectKey.of(prefix + "x");
      return prefix;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot list objects below '%s': no key begins so: %s".formatted(prefix, e.getMessage()),
          e);
    }
  }
}
