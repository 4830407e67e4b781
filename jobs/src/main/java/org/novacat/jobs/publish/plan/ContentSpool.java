package org.novacat.jobs.publish.plan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.run.Temporary;

/**
 * What goes out of all novae, as it was found by one look at the items: in a temporary file, so
 * that it takes no memory and everything that is made of it agrees. Closing it removes the file.
 */
public final class ContentSpool implements Iterable<NovaContent>, AutoCloseable {
  private final Path file;
  private final long size;

  private ContentSpool(Path file, long size) {
    this.file = file;
    this.size = size;
  }

  /**
   * Keeps all that an iterator gives.
   *
   * @throws org.novacat.jobs.cli.NoRoom when the temporary folder has no room
   */
  public static ContentSpool of(Iterator<NovaContent> contents) {
    Path file = Temporary.file("novacat-publish-", ".contents");
    boolean kept = false;
    try (ObjectOutputStream out =
        new ObjectOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      long size = 0;
      for (; contents.hasNext(); size++) {
        out.writeObject(contents.next());
        out.reset(); // else it would remember all of them
      }
      kept = true;
      return new ContentSpool(file, size);
    } catch (IOException e) {
      throw Temporary.failed(e);
    } finally {
      if (!kept) {
        Temporary.delete(file);
      }
    }
  }

  /** How many novae. */
  public long size() {
    return size;
  }

  /** Reads the file from its beginning; each iterator ends with the last nova. */
  @Override
  public Iterator<NovaContent> iterator() {
    try {
      return new Reading(
          new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file))), size);
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
  }

  @Override
  public void close() {
    Temporary.delete(file);
  }

  /** Closes its stream behind the last. */
  private static final class Reading implements Iterator<NovaContent> {
    private final ObjectInputStream in;
    private long left;

    Reading(ObjectInputStream in, long left) throws IOException {
      this.in = in;
      this.left = left;
      closeAtEnd();
    }

    private void closeAtEnd() throws IOException {
      if (left == 0) {
        in.close();
      }
    }

    @Override
    public boolean hasNext() {
      return left > 0;
    }

    @Override
    public NovaContent next() {
      if (left == 0) {
        throw new NoSuchElementException("no further nova");
      }
      try {
        NovaContent content = (NovaContent) in.readObject();
        left--;
        closeAtEnd();
        return content;
      } catch (IOException | ClassNotFoundException e) {
        throw new UncheckedIOException(
            "Cannot read back what was kept",
            e instanceof IOException io ? io : new IOException(e));
      }
    }
  }
}
