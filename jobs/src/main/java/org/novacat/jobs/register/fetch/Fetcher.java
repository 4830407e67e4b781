package org.novacat.jobs.register.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.Locator;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.retry.Waits;

/** Brings the bytes of a locator to this machine and hashes them. Safe for many threads. */
public final class Fetcher {
  private static final int BUFFER = 1 << 16;

  private final FetchLimits limits;
  private final WebClient web;

  public Fetcher(FetchLimits limits, Waits waits) {
    this.limits = limits;
    this.web = new WebClient(limits, waits);
  }

  /**
   * The bytes of a candidate, checked against the hash it promises.
   *
   * @throws RejectedException when there is nothing, it may not be read, it is empty or too large,
   *     the transfer fails, or the hash differs
   */
  public Fetched fetch(Candidate candidate) throws RejectedException {
    Fetched fetched;
    if (candidate.locator() instanceof Locator.Web address) {
      fetched = web.fetch(address.uri());
    } else {
      fetched = local(((Locator.Local) candidate.locator()).path());
    }
    try {
      check(candidate, fetched);
      return fetched;
    } catch (RejectedException e) {
      fetched.close();
      throw e;
    }
  }

  private static void check(Candidate candidate, Fetched fetched) throws RejectedException {
    if (fetched.size() == 0) {
      throw new RejectedException(
          RejectCode.SOURCE_EMPTY,
          "Cannot register '%s': it is empty".formatted(candidate.locator().identity()));
    }
    if (candidate.expected() != null && !candidate.expected().equals(fetched.sha256())) {
      throw new RejectedException(
          RejectCode.SHA256_MISMATCH,
          "Cannot register '%s': its SHA-256 is %s, the manifest says %s (fetch it again, or mend the row)"
              .formatted(candidate.locator().identity(), fetched.sha256(), candidate.expected()));
    }
  }

  private Fetched local(Path path) throws RejectedException {
    try {
      checkRegular(path);
      checkSize(path.toString(), Files.size(path), limits);
      return hashed(path);
    } catch (NoSuchFileException e) {
      throw new RejectedException(
          RejectCode.SOURCE_MISSING,
          "Cannot read '%s': there is no such file (check the path)".formatted(path));
    } catch (AccessDeniedException e) {
      throw new RejectedException(
          RejectCode.SOURCE_DENIED,
          "Cannot read '%s': permission denied (check who may read it)".formatted(path));
    } catch (IOException e) {
      throw new RejectedException(
          RejectCode.SOURCE_UNREACHABLE,
          "Cannot read '%s': %s (check the disk)".formatted(path, e.getMessage()));
    }
  }

  /** Anything else may never end, or never begin. */
  private static void checkRegular(Path path) throws IOException, RejectedException {
    BasicFileAttributes kind = Files.readAttributes(path, BasicFileAttributes.class);
    if (!kind.isRegularFile()) {
      throw new RejectedException(
          RejectCode.SOURCE_NOT_A_FILE,
          "Cannot read '%s': it is %s (name a file)"
              .formatted(path, kind.isDirectory() ? "a folder" : "a pipe, a socket or a device"));
    }
  }

  static void checkSize(String what, long size, FetchLimits limits) throws RejectedException {
    if (size > limits.maxFileBytes()) {
      throw new RejectedException(
          RejectCode.SOURCE_TOO_LARGE,
          "Cannot register '%s': it has %s bytes, the limit is %s (raise --max-file-bytes)"
              .formatted(what, size, limits.maxFileBytes()));
    }
  }

  /** What a file says of its size need not be true, so its bytes are counted too. */
  private Fetched hashed(Path path) throws IOException, RejectedException {
    MessageDigest digest = ContentHash.sha256();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream in = Files.newInputStream(path)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        checkSize(path.toString(), size, limits);
        digest.update(buffer, 0, n);
      }
    }
    return new Fetched(path, size, ContentHash.of(digest), false);
  }
}
