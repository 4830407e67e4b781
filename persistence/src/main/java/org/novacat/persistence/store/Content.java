package org.novacat.persistence.store;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes to be stored. A store may ask for the content more than once, when it has to try again;
 * each time it must yield the same bytes.
 */
public sealed interface Content {
  /** Opens the same bytes each time. */
  @FunctionalInterface
  interface Source {
    /** The bytes from the first; the store closes the stream. */
    InputStream open() throws IOException;
  }

  /** Writes the same bytes each time. */
  @FunctionalInterface
  interface Writer {
    /**
     * Writes the bytes from the first to the last; closing the stream is the store's to do.
     *
     * @throws IOException when they cannot be had, and then nothing is stored; what the stream
     *     throws is the store's, and is handed on as it is
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Bytes of known length.
   *
   * @param length how many {@code source} opens; the store refuses more or fewer
   */
  record Measured(long length, Source source) implements Content {
    public Measured {
      requireNonNull(source, "source is null");
      if (length < 0) {
        throw new IllegalArgumentException(
            "Cannot take content: its length %s is negative".formatted(length));
      }
    }

    /** The bytes from the first; the store closes the stream. */
    public InputStream open() throws IOException {
      return source.open();
    }
  }

  /**
   * Bytes whose number is known when the last is written. They go to the store as they are written:
   * neither a file nor the memory takes them all.
   */
  record Streamed(Writer writer) implements Content {
    public Streamed {
      requireNonNull(writer, "writer is null");
    }
  }

  /** The bytes of an array, which is handed over: leave it as it is from here on. */
  static Measured of(byte[] bytes) {
    return of(bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /**
   * The bytes of a file, whose length is looked up now.
   *
   * @throws IOException if the file's length cannot be had
   */
  static Measured of(Path file) throws IOException {
    return of(Files.size(file), () -> Files.newInputStream(file));
  }

  /**
   * The bytes that a source opens.
   *
   * @param length how many; the store refuses more or fewer
   */
  static Measured of(long length, Source source) {
    return new Measured(length, source);
  }

  /**
   * The bytes that are written when the store asks for them, by the thread that stores them.
   *
   * @param writer may be asked more than once, and must write equal bytes each time
   */
  static Content streamed(Writer writer) {
    return new Streamed(writer);
  }
}
