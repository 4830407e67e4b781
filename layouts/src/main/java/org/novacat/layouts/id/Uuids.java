package org.novacat.layouts.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs from names, and the strict text form that identifiers use. */
final class Uuids {
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Uuids() {}

  /** The name-based UUID of version 5, SHA-1 (RFC 9562, section 5.5). */
  static UUID version5(UUID namespace, String name) {
    MessageDigest sha1 = sha1();
    sha1.update(bytes(namespace));
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
    return stamped(hash.getLong(), hash.getLong(), 5);
  }

  /** 128 bits with version and variant written into them (RFC 9562, sections 4.1 and 4.2). */
  static UUID stamped(long high, long low, int version) {
    return new UUID(
        (high & ~0xF000L) | ((long) version << 12),
        (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }

  /**
   * Parses the canonical lower-case form only, so that one identifier has one spelling in keys.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  static UUID parse(String what, String text) {
    if (!CANONICAL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Cannot read %s: '%s' is not a UUID (36 characters, lower case)".formatted(what, text));
    }
    return UUID.fromString(text);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-1", e);
    }
  }
}
