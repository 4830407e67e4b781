package org.novacat.persistence.store.local;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.UUID;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentBroken;
import org.novacat.persistence.store.ContentReader;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.WrittenObject;

/**
 * An object before it has its name: a whole file that no listing shows. It gets its name in one
 * step, by a link or a rename; closing removes what is left of the draft.
 */
final class Draft implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int ETAG_DIGITS = 32;

  private final Path file;
  private final WrittenObject object;

  private Draft(Path file, WrittenObject object) {
    this.file = file;
    this.object = object;
  }

  /**
   * Writes all of {@code content} into a new file in {@code folder}.
   *
   * @throws ContentBroken if the content cannot be read or is not as long as it says
   */
  static Draft write(Path folder, ObjectKey key, Content content, LocalDisk disk)
      throws IOException {
    Path file = folder.resolve(UUID.randomUUID().toString());
    try (FileChannel out = FileChannel.open(file, CREATE_NEW, WRITE)) {
      MessageDigest digest = ContentHash.sha256();
      copy(key, content, out, digest);
      disk.forceBytes(out);
      ContentHash sha256 = ContentHash.of(digest);
      return new Draft(file, new WrittenObject(key, content.length(), etag(sha256), sha256));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /**
   * The ETag of an object in a folder: the first half of its SHA-256. File systems keep none, so it
   * is computed from the bytes whenever it is asked for. (S3's own, an MD5, would be a second pass
   * over the same bytes, and would agree only for objects uploaded in one part.)
   */
  static ETag etag(ContentHash sha256) {
    return new ETag(sha256.hex().substring(0, ETAG_DIGITS));
  }

  Path file() {
    return file;
  }

  WrittenObject object() {
    return object;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  private static void copy(ObjectKey key, Content content, FileChannel to, MessageDigest digest)
      throws IOException {
    OutputStream out = Channels.newOutputStream(to);
    byte[] buffer = new byte[BUFFER];
    try (ContentReader in = ContentReader.open(key, content)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
  }
}
