package org.novacat.persistence.store.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The hash by which S3 checks what is sent, and names what it keeps (no protection, a checksum).
 */
final class Md5 {
  private Md5() {}

  /**
   * Of the first bytes of an array.
   *
   * @param length how many
   */
  static byte[] of(byte[] bytes, int length) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      md5.update(bytes, 0, length);
      return md5.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  static String hex(byte[] md5) {
    return HexFormat.of().formatHex(md5);
  }

  static String base64(byte[] md5) {
    return Base64.getEncoder().encodeToString(md5);
  }
}
