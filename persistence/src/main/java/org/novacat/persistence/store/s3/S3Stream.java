package org.novacat.persistence.store.s3;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.ObjectKey;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The bytes of one version of an object. A connection that breaks is made anew from where it broke;
 * the version is the one that was opened, or reading fails.
 */
final class S3Stream extends InputStream {
  /** A connection that yields no byte so many times in a row is given up. */
  private static final int BARREN = 5;

  private final S3Client client;
  private final S3Tries tries;
  private final String bucket;
  private final ObjectKey key;
  private final String etag;
  private final long end;
  private long position;
  private int barren;
  private @Nullable ResponseInputStream<GetObjectResponse> body;

  private S3Stream(
      S3Client client,
      S3Tries tries,
      String bucket,
      ObjectKey key,
      ResponseInputStream<GetObjectResponse> body) {
    this.client = client;
    this.tries = tries;
    this.bucket = bucket;
    this.key = key;
    this.body = body;
    this.etag = body.response().eTag();
    this.end = body.response().contentLength();
  }

  /**
   * Opens the version that is there now.
   *
   * @throws S3Exception with status 404 when there is none
   */
  static S3Stream open(S3Client client, S3Tries tries, String bucket, ObjectKey key) {
    return new S3Stream(
        client,
        tries,
        bucket,
        key,
        tries.ask(
            S3Tries.named("read", key),
            () -> client.getObject(r -> r.bucket(bucket).key(key.value()))));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position < end) {
      int n = part(buffer, offset, length);
      if (n > 0) {
        position += n;
        barren = 0;
        return n;
      }
    }
    return -1;
  }

  /**
   * Bytes of the connection, which is closed when it breaks or ends before the object does; 0 then.
   */
  private int part(byte[] buffer, int offset, int length) throws IOException {
    try {
      int n = connection().read(buffer, offset, length);
      if (n > 0) {
        return n;
      }
      broken(new IOException("the connection ended at byte %s of %s".formatted(position, end)));
    } catch (Replaced e) {
      throw e;
    } catch (IOException e) {
      broken(e);
    }
    return 0;
  }

  private void broken(IOException e) throws IOException {
    abort();
    if (++barren > BARREN) {
      throw e;
    }
  }

  /** Asked for with the patience of every request; what it throws is not asked for again. */
  private ResponseInputStream<GetObjectResponse> connection() throws Replaced {
    ResponseInputStream<GetObjectResponse> open = body;
    if (open == null) {
      open = again();
      body = open;
    }
    return open;
  }

  private ResponseInputStream<GetObjectResponse> again() throws Replaced {
    try {
      return tries.ask(
          S3Tries.named("read", key),
          () ->
              client.getObject(
                  r ->
                      r.bucket(bucket)
                          .key(key.value())
                          .ifMatch(etag)
                          .range("bytes=%s-".formatted(position))));
    } catch (S3Exception e) {
      throw new Replaced(key, position, e);
    }
  }

  private void abort() {
    if (body != null) {
      body.abort();
      body = null;
    }
  }

  /** What has not been read is not fetched. */
  @Override
  public void close() throws IOException {
    if (body != null && position == end) {
      body.close();
    }
    abort();
  }

  /** The version that was being read is there no more, so the rest of it cannot be had. */
  private static final class Replaced extends IOException {
    private static final long serialVersionUID = 1;

    Replaced(ObjectKey key, long position, S3Exception cause) {
      super(
          "Cannot read object '%s' on from byte %s: it was replaced while it was read (try again)"
              .formatted(key, position),
          cause);
    }
  }
}
