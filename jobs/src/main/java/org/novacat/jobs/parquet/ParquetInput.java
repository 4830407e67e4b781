package org.novacat.jobs.parquet;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file to read, in memory or on the local disk, without Hadoop's file systems. */
public final class ParquetInput implements InputFile {
  private final long length;
  private final Opening opening;

  /** Opens the file at its beginning. */
  private interface Opening {
    SeekableByteChannel open() throws IOException;
  }

  private ParquetInput(long length, Opening opening) {
    this.length = length;
    this.opening = opening;
  }

  /** A file that was fetched whole. */
  public static ParquetInput of(byte[] file) {
    return new ParquetInput(file.length, () -> new SeekableInMemoryByteChannel(file));
  }

  /**
   * A file on the local disk.
   *
   * @throws IOException when there is none
   */
  public static ParquetInput of(Path file) throws IOException {
    return new ParquetInput(Files.size(file), () -> Files.newByteChannel(file));
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    SeekableByteChannel channel = opening.open();
    return new DelegatingSeekableInputStream(Channels.newInputStream(channel)) {
      @Override
      public long getPos() throws IOException {
        return channel.position();
      }

      @Override
      public void seek(long position) throws IOException {
        if (position < 0 || position > length) {
          throw new IOException("position %s of a file of %s bytes".formatted(position, length));
        }
        channel.position(position);
      }
    };
  }
}
