package org.novacat.persistence.store.local;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentBroken;
import org.novacat.persistence.store.ContentSum;
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
   * @throws ContentBroken if the content cannot be had or is not as long as it says
   */
  static Draft write(Path folder, ObjectKey key, Content content, LocalDisk disk)
      throws IOException {
    Path file = folder.resolve(UUID.randomUUID().toString());
    try (FileChannel out = FileChannel.open(file, CREATE_NEW, WRITE)) {
      ContentSum sum = copy(key, content, out);
      disk.forceBytes(out);
      return new Draft(
          file, new WrittenObject(key, sum.length(), etag(sum.sha256()), sum.sha256()));
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

  private static ContentSum copy(ObjectKey key, Content content, FileChannel to)
      throws IOException {
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(to), BUFFER);
    ContentSum sum = ContentSum.written(key, content, out);
    out.flush();
    return sum;
  }
}
