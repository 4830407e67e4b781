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
 *
 * @param length how many bytes {@code source} opens; the store refuses more or fewer
 */
public record Content(long length, Source source) {
  /** Opens the same bytes each time. */
  @FunctionalInterface
  public interface Source {
    /** The bytes from the first; the store closes the stream. */
    InputStream open() throws IOException;
  }

  public Content {
    requireNonNull(source, "source is null");
    if (length < 0) {
      throw new IllegalArgumentException(
          "Cannot take content: its length %s is negative".formatted(length));
    }
  }

  /** The bytes of an array, which is handed over: leave it as it is from here on. */
  public static Content of(byte[] bytes) {
    return new Content(bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /**
   * The bytes of a file, whose length is looked up now.
   *
   * @throws IOException if the file's length cannot be had
   */
  public static Content of(Path file) throws IOException {
    return new Content(Files.size(file), () -> Files.newInputStream(file));
  }

  /** The bytes from the first; the store closes the stream. */
  public InputStream open() throws IOException {
    return source.open();
  }
}
