package org.novacat.jobs.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.StoreLocation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Only reads: the bytes of objects by the AWS SDK, in two threads, and what it reads is dropped.
 */
final class SdkReader {
  private static final int THREADS = 2;

  /** As the data source divides a table of 500 MB. */
  private static final int PARTS = 4;

  private final S3Client client;
  private final String bucket;

  SdkReader(StoreLocation bucket) {
    this.bucket = bucket.uri().getAuthority();
    this.client =
        S3Client.builder()
            .endpointOverride(URI.create(bucket.options().get(StoreLocation.ENDPOINT)))
            .region(Region.of(bucket.options().get(StoreLocation.REGION)))
            .forcePathStyle(true)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(ApacheHttpClient.builder())
            .build();
  }

  /** Bytes of all these objects, each by one request. */
  long whole(List<ObjectKey> keys) throws IOException {
    return sum(keys.stream().<Callable<Long>>map(key -> () -> read(key, null)).toList());
  }

  /** Bytes of one object, by a few ranges. */
  long parts(ObjectKey key, long length) throws IOException {
    long each = (length + PARTS - 1) / PARTS;
    return sum(
        IntStream.range(0, PARTS)
            .<Callable<Long>>mapToObj(
                i -> () -> read(key, "bytes=%s-%s".formatted(i * each, (i + 1) * each - 1)))
            .toList());
  }

  private long read(ObjectKey key, String range) throws IOException {
    byte[] buffer = new byte[256 << 10];
    long bytes = 0;
    try (InputStream in = client.getObject(r -> r.bucket(bucket).key(key.value()).range(range))) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
      }
    }
    return bytes;
  }

  private static long sum(List<Callable<Long>> reads) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Long>> running = new ArrayList<>();
      reads.forEach(read -> running.add(threads.submit(read)));
      long sum = 0;
      for (Future<Long> one : running) {
        sum += one.get();
      }
      return sum;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
