package org.novacat.layouts.id;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The SHA-256 of some bytes (FIPS 180-4).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ContentHash(String hex) implements Serializable {
  private static final Pattern LEGAL = Pattern.compile("[0-9a-f]{64}");

  public ContentHash {
    requireNonNull(hex, "hex is null");
    if (!LEGAL.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "Cannot read SHA-256: '%s' is not 64 lower-case hexadecimal digits".formatted(hex));
    }
  }

  /** The hash of all of {@code bytes}. */
  public static ContentHash of(byte[] bytes) {
    return hashed(sha256().digest(bytes));
  }

  /** The hash of all that a stream yields; the caller closes it. */
  public static ContentHash of(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    InputStream fewReads = new BufferedInputStream(in, 1 << 16);
    new DigestInputStream(fewReads, digest).transferTo(OutputStream.nullOutputStream());
    return of(digest);
  }

  /** The hash that {@code digest} has come to; the digest is reset by this. */
  public static ContentHash of(MessageDigest digest) {
    return hashed(digest.digest());
  }

  /** A fresh SHA-256 digest, for hashing while bytes stream. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The first 16 bytes as a UUID of version 8 (RFC 9562, section 5.8). */
  public UUID uuid() {
    ByteBuffer hash = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    return Uuids.stamped(hash.getLong(), hash.getLong(), 8);
  }

  private static ContentHash hashed(byte[] hash) {
    return new ContentHash(HexFormat.of().formatHex(hash));
  }

  @Override
  public String toString() {
    return hex;
  }
}
