package org.novacat.jobs.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;

/** Fetches http and https addresses into temporary files, with retries of what may pass. */
final class WebClient {
  private static final int BUFFER = 1 << 16;
  private static final long FIRST_WAIT_MILLIS = 500;

  private final FetchLimits limits;
  private final HttpClient client;

  WebClient(FetchLimits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(limits.httpTimeout())
            .build();
  }

  Fetched fetch(URI address) throws RejectedException {
    IOException last = null;
    for (int attempt = 0; attempt < limits.httpAttempts(); attempt++) {
      try {
        waitBefore(attempt);
        return once(address);
      } catch (IOException e) {
        last = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unreachable(address, "interrupted");
      }
    }
    throw unreachable(address, last == null ? "" : last.getMessage());
  }

  private static void waitBefore(int attempt) throws InterruptedException {
    if (attempt > 0) {
      TimeUnit.MILLISECONDS.sleep(FIRST_WAIT_MILLIS << attempt);
    }
  }

  private Fetched once(URI address) throws IOException, InterruptedException, RejectedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(limits.httpTimeout()).build();
    HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      checkStatus(address, answer.statusCode());
      return save(address, body, answer.headers().firstValueAsLong("content-length").orElse(-1));
    }
  }

  private static void checkStatus(URI address, int status) throws IOException, RejectedException {
    if (status >= 500 || status == 429 || status == 408) {
      throw new IOException("the server answers " + status);
    }
    if (status == 404 || status == 410) {
      throw new RejectedException(
          RejectCode.SOURCE_MISSING,
          "Cannot fetch '%s': the server answers %s (check the address)"
              .formatted(address, status));
    }
    if (status != 200) {
      throw new RejectedException(
          RejectCode.SOURCE_DENIED,
          "Cannot fetch '%s': the server answers %s (check that it may be read without a log-in)"
              .formatted(address, status));
    }
  }

  private Fetched save(URI address, InputStream body, long promised)
      throws IOException, RejectedException {
    Path file = Files.createTempFile("novacat-", ".raw");
    try {
      MessageDigest digest = ContentHash.sha256();
      long size = copy(address, body, file, digest);
      if (promised >= 0 && size != promised) {
        throw new IOException("%s of %s bytes arrived".formatted(size, promised));
      }
      return new Fetched(file, size, ContentHash.of(digest), true);
    } catch (IOException | RejectedException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private long copy(URI address, InputStream from, Path to, MessageDigest digest)
      throws IOException, RejectedException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        size += n;
        Fetcher.checkSize(address.toString(), size, limits);
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    return size;
  }

  private RejectedException unreachable(URI address, @Nullable String why) {
    return new RejectedException(
        RejectCode.SOURCE_UNREACHABLE,
        "Cannot fetch '%s': %s, after %s attempts (try again later)"
            .formatted(address, why, limits.httpAttempts()));
  }
}
