package org.novacat.persistence.store;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes to be stored, of known length. A store may open the content more than once, when it has to
 * try again; each time it must yield the same bytes.
 */
public interface Content {
  /** How many bytes {@link #open} yields; the store refuses content that yields more or fewer. */
  long length();

  /** The bytes from the first; the store closes the stream. */
  InputStream open() throws IOException;

  /** The bytes of an array, which is handed over: leave it as it is from here on. */
  static Content of(byte[] bytes) {
    return of(bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /**
   * The bytes of a file, whose length is looked up now.
   *
   * @throws IOException if the file's length cannot be had
   */
  static Content of(Path file) throws IOException {
    return of(Files.size(file), () -> Files.newInputStream(file));
  }

  /** The {@code length} bytes that {@code source} opens. */
  static Content of(long length, Source source) {
    requireNonNull(source, "source is null");
    if (length < 0) {
      throw new IllegalArgumentException(
          "Cannot take content: its length %s is negative".formatted(length));
    }
    return new Content() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public InputStream open() throws IOException {
        return source.open();
      }
    };
  }

  /** Opens the same bytes each time. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }
}
