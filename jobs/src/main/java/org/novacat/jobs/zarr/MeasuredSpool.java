package org.novacat.jobs.zarr;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novacat.jobs.run.Temporary;
import org.novacat.jobs.zarr.row.Measured;

/**
 * What was found out of each spectrum, kept in a file: it comes in any order, and is asked for in
 * the order of the store. Memory holds two numbers a spectrum.
 */
final class MeasuredSpool implements Closeable {
  private final Path file = Temporary.file("novacat-zarr-", ".spool");
  private final long[] offsets;
  private final int[] lengths;
  private final BufferedOutputStream out;
  private final RandomAccessFile in;
  private long end;

  MeasuredSpool(int spectra) {
    this.offsets = new long[spectra];
    this.lengths = new int[spectra];
    try {
      this.out = new BufferedOutputStream(Files.newOutputStream(file));
      this.in = new RandomAccessFile(file.toFile(), "r");
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
  }

  void add(Measured.Found found) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
      try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
        objects.writeObject(found);
      }
      offsets[found.index()] = end;
      lengths[found.index()] = bytes.size();
      end += bytes.size();
      bytes.writeTo(out);
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
  }

  /** After the last was added. */
  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
  }

  /** Whether something was found out of a spectrum. */
  boolean has(int index) {
    return lengths[index] > 0;
  }

  /** What was. */
  Measured.Found read(int index) {
    byte[] bytes = new byte[lengths[index]];
    try {
      in.seek(offsets[index]);
      in.readFully(bytes);
      try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
        return (Measured.Found) objects.readObject();
      }
    } catch (IOException e) {
      throw Temporary.failed(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("it was written by this process", e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    in.close();
    Temporary.delete(file);
  }
}
