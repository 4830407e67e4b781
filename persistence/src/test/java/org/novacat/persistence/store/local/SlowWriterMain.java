package org.novacat.persistence.store.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;

/** Another process that has written half of an object when it stops to be killed. */
final class SlowWriterMain {
  private SlowWriterMain() {}

  /**
   * Writes ten bytes, says so, and waits for the other ten on the standard input.
   *
   * @param arguments the folder of the bucket, how to write, and the key
   */
  public static void main(String[] arguments) {
    ObjectStore store = new LocalObjectStore(Path.of(arguments[0]));
    ObjectKey key = ObjectKey.of(arguments[2]);
    Content content =
        Content.of(
            20,
            () ->
                new SequenceInputStream(
                    new ByteArrayInputStream("first half".getBytes(UTF_8)), new Announcing()));
    switch (arguments[1]) {
      case "create" -> store.createIfAbsent(key, content);
      case "put" -> store.put(key, content);
      default -> store.replaceIfMatch(key, content, store.head(key).orElseThrow().etag());
    }
  }

  private static final class Announcing extends InputStream {
    @Override
    public int read() throws IOException {
      System.out.println("ready");
      return System.in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      System.out.println("ready");
      return System.in.read(buffer, offset, length);
    }
  }
}
