package org.novacat.persistence.store.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.store.ConditionalPut;
import org.novacat.persistence.store.ConditionalPut.Refused;
import org.novacat.persistence.store.ConditionalPut.Stored;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentSum;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectTooLarge;
import org.novacat.persistence.store.WrittenObject;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket on S3. An object is durable when its write returns, as far as the service promises.
 *
 * <p>Writes that have to find something, or nothing, carry the condition in the request that makes
 * them visible (If-Match, If-None-Match), so exactly one of many wins. Up to 16 MiB an object is
 * one request; a longer one is uploaded in parts. Everything that is sent is checked by the service
 * against its MD5; what is read is checked by {@link org.novacat.persistence.store.Archive} against
 * its SHA-256.
 *
 * <p>ETags are the service's own. In a bucket that encrypts by keys of KMS they say nothing of the
 * bytes, and equal bytes may have other ones.
 */
public final class S3ObjectStore implements ObjectStore {
  /** Some virtual machines cannot make longer arrays. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** S3's limit on the keys of one request. */
  private static final int MOST_DELETED = 1000;

  private final S3Settings settings;
  private final String bucket;
  private final S3Client client;
  private final S3Tries tries;
  private final S3Uploads uploads;
  private final S3Writes writes;

  private S3ObjectStore(S3Settings settings, S3Client client, S3Tries tries) {
    this.settings = settings;
    this.bucket = settings.bucket();
    this.client = client;
    this.tries = tries;
    this.uploads = new S3Uploads(client, tries, bucket);
    this.writes = new S3Writes(client, tries, uploads, bucket);
  }

  /**
   * Opens a bucket and makes no request.
   *
   * @param policy how long each request is tried
   * @param waits by which it waits, and says so when it takes long
   * @throws org.novacat.persistence.store.StoreDenied when no region is known
   */
  public static S3ObjectStore open(S3Settings settings, RetryPolicy policy, Waits waits) {
    S3Tries tries = new S3Tries(settings, policy, waits);
    return new S3ObjectStore(
        settings, tries.ask("open the bucket", () -> S3Clients.open(settings)), tries);
  }

  /**
   * Makes the bucket where it is missing; safe to repeat. It is nobody's but its owner's, as S3
   * makes buckets.
   *
   * @throws org.novacat.persistence.store.StoreDenied when it cannot be made, or belongs to others
   */
  public void createBucket() {
    if (!exists()) {
      tries.ask("create bucket '%s'".formatted(bucket), this::create);
    }
  }

  private boolean create() {
    try {
      client.createBucket(r -> r.bucket(bucket));
      return true;
    } catch (BucketAlreadyOwnedByYouException e) {
      return false; // by a try whose answer was lost, or by another run of ours
    }
  }

  private boolean exists() {
    return tries.ask("look at bucket '%s'".formatted(bucket), this::isThere);
  }

  private boolean isThere() {
    try {
      client.headBucket(r -> r.bucket(bucket));
      return true;
    } catch (NoSuchBucketException e) {
      return false;
    }
  }

  @Override
  public boolean isRemote() {
    return true;
  }

  @Override
  public Optional<ObjectInfo> head(ObjectKey key) {
    return there(key).map(there -> new ObjectInfo(key, there.contentLength(), etag(there.eTag())));
  }

  private Optional<HeadObjectResponse> there(ObjectKey key) {
    try {
      return Optional.of(
          tries.ask(
              S3Tries.named("look at", key),
              () -> client.headObject(r -> r.bucket(bucket).key(key.value()))));
    } catch (S3Exception e) {
      if (e.statusCode() == S3Failures.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public ConditionalPut createIfAbsent(ObjectKey key, Content content) {
    return conditional(key, content, WriteCondition.ABSENT);
  }

  @Override
  public ConditionalPut replaceIfMatch(ObjectKey key, Content content, ETag etag) {
    return conditional(key, content, WriteCondition.matching(etag));
  }

  private ConditionalPut conditional(ObjectKey key, Content content, WriteCondition condition) {
    Writing writing = new Writing();
    try {
      return new Stored(writes.write(key, content, condition, writing));
    } catch (S3Exception e) {
      return made(key, content, writing)
          .<ConditionalPut>map(Stored::new)
          .orElseGet(() -> new Refused(head(key).orElse(null)));
    }
  }

  /** What lies there, if a try of this write made it whose answer was lost. */
  private Optional<WrittenObject> made(ObjectKey key, Content content, Writing writing) {
    return there(key)
        .filter(there -> writing.made(there.metadata()))
        .map(
            there ->
                new WrittenObject(
                    key,
                    there.contentLength(),
                    etag(there.eTag()),
                    ContentSum.of(key, content).sha256()));
  }

  @Override
  public WrittenObject put(ObjectKey key, Content content) {
    Writing writing = new Writing();
    try {
      return writes.write(key, content, WriteCondition.NONE, writing);
    } catch (S3Exception e) {
      // An upload in parts that was completed though its answer was lost.
      return made(key, content, writing).orElseThrow(() -> e);
    }
  }

  @Override
  public byte[] read(ObjectKey key, long maxBytes) {
    long most = Math.min(maxBytes, LONGEST_ARRAY);
    return found(key, () -> tries.ask(S3Tries.named("read", key), () -> fetched(key, most)));
  }

  private byte[] fetched(ObjectKey key, long most) {
    try (ResponseInputStream<GetObjectResponse> in =
        client.getObject(r -> r.bucket(bucket).key(key.value()))) {
      long length = in.response().contentLength();
      if (length > most) {
        in.abort();
        throw tooLarge(key, length, most);
      }
      byte[] bytes = new byte[(int) length];
      if (in.readNBytes(bytes, 0, bytes.length) < bytes.length) {
        throw new EOFException("the connection ended before the object");
      }
      return bytes;
    } catch (IOException e) {
      throw new TransientStoreException(Effect.NONE, String.valueOf(e.getMessage()), e);
    }
  }

  private ObjectTooLarge tooLarge(ObjectKey key, long length, long most) {
    return new ObjectTooLarge(
        "Cannot read object '%s' in '%s': it has %s bytes, more than the limit of %s (raise the limit, or read it as a stream)"
            .formatted(key, settings, length, most),
        null);
  }

  @Override
  public byte[] readRange(ObjectKey key, long offset, int length) {
    if (length == 0) {
      return head(key).map(there -> new byte[0]).orElseThrow(() -> missing(key, null));
    }
    String range = "bytes=%s-%s".formatted(offset, offset + length - 1);
    try {
      return tries.ask(
          S3Tries.named("read", key),
          () ->
              client
                  .getObjectAsBytes(r -> r.bucket(bucket).key(key.value()).range(range))
                  .asByteArrayUnsafe());
    } catch (S3Exception e) {
      if (e.statusCode() == S3Failures.RANGE_NOT_SATISFIABLE) {
        return new byte[0];
      }
      throw missing(key, e);
    }
  }

  /** Always in parts: only the last request of these carries a condition that all servers know. */
  @Override
  public Optional<ObjectInfo> copyIfAbsent(ObjectKey from, ETag etag, ObjectKey to) {
    ObjectInfo source =
        head(from)
            .filter(there -> there.etag().equals(etag))
            .orElseThrow(() -> missing(from, null));
    if (source.length() == 0) {
      return createIfAbsent(to, Content.of(new byte[0])) instanceof Stored stored
          ? Optional.of(stored.object().info())
          : Optional.empty();
    }
    Writing writing = new Writing();
    try {
      return Optional.of(new ObjectInfo(to, source.length(), uploads.copy(source, to, writing)));
    } catch (S3Exception e) {
      if (there(to).filter(there -> writing.made(there.metadata())).isPresent()) {
        return head(to);
      }
      if (head(to).isPresent()) {
        return Optional.empty();
      }
      throw missing(from, e);
    }
  }

  @Override
  public InputStream open(ObjectKey key) {
    return found(key, () -> S3Stream.open(client, tries, bucket, key));
  }

  private <T> T found(ObjectKey key, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (S3Exception e) {
      throw missing(key, e);
    }
  }

  private ObjectMissing missing(ObjectKey key, @Nullable S3Exception e) {
    return new ObjectMissing(
        "Cannot read object '%s' in '%s': it is not there (see whether it was deleted, or never written)"
            .formatted(key, settings),
        e);
  }

  @Override
  public Stream<ListedObject> list(String prefix, Consumer<String> foreign) {
    return StreamSupport.stream(new S3Listing(client, tries, bucket, prefix, foreign), false);
  }

  @Override
  public void delete(ObjectKey key) {
    tries.ask(
        S3Tries.named("delete", key),
        () -> client.deleteObject(r -> r.bucket(bucket).key(key.value())));
  }

  @Override
  public boolean deleteIfMatch(ObjectKey key, ETag etag) {
    try {
      tries.ask(
          S3Tries.named("delete", key),
          () ->
              client.deleteObject(
                  r -> r.bucket(bucket).key(key.value()).ifMatch("\"" + etag + "\"")));
      return true;
    } catch (S3Exception e) {
      return head(key).isEmpty();
    }
  }

  @Override
  public void deleteAll(Collection<ObjectKey> keys) {
    List<ObjectIdentifier> all =
        keys.stream().map(key -> ObjectIdentifier.builder().key(key.value()).build()).toList();
    for (int from = 0; from < all.size(); from += MOST_DELETED) {
      deleteSome(all.subList(from, Math.min(from + MOST_DELETED, all.size())));
    }
  }

  private void deleteSome(List<ObjectIdentifier> some) {
    List<S3Error> errors =
        tries
            .ask(
                "delete %s objects".formatted(some.size()),
                () ->
                    client.deleteObjects(
                        r -> r.bucket(bucket).delete(d -> d.objects(some).quiet(true))))
            .errors();
    errors.forEach(error -> delete(ObjectKey.of(error.key()))); // alone, and with its own message
  }

  @Override
  public int removeLeftovers(Duration olderThan) {
    return uploads.removeOlder(Instant.now().minus(olderThan));
  }

  @Override
  public void close() {
    client.close();
  }

  private static ETag etag(String quoted) {
    return new ETag(quoted.replace("\"", ""));
  }
}
