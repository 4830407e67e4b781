package org.novacat.fits.spark;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.novacat.fits.testing.FitsBytes;

/**
 * Tables of any size that lie nowhere: {@code virtual:///ROWS/table.fits} has that many rows of 52
 * bytes, of which the first eight are the number of the row, {@code id}; the next eight are {@code
 * mag}, half of it; the rest is {@code pad}.
 */
public final class VirtualTable extends FileSystem {
  static final int ROW = 52;

  private static final VarHandle BIG_ENDIAN =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  static String path(long rows) {
    return "virtual:///" + rows + "/table.fits";
  }

  private static byte[] header(long rows) {
    return FitsBytes.emptyPrimary()
        .header(
            "XTENSION= 'BINTABLE'",
            "BITPIX  = 8",
            "NAXIS   = 2",
            "NAXIS1  = 52",
            "NAXIS2  = " + rows,
            "PCOUNT  = 0",
            "GCOUNT  = 1",
            "TFIELDS = 3",
            "TTYPE1  = 'id'",
            "TFORM1  = 'K'",
            "TTYPE2  = 'mag'",
            "TFORM2  = 'D'",
            "TTYPE3  = 'pad'",
            "TFORM3  = '36A'")
        .bytes();
  }

  @Override
  public URI getUri() {
    return URI.create("virtual:///");
  }

  @Override
  public String getScheme() {
    return "virtual";
  }

  @Override
  public FileStatus getFileStatus(Path path) {
    long rows = rows(path);
    long length = header(rows).length + (rows * ROW + 2879) / 2880 * 2880;
    return new FileStatus(length, false, 1, 1 << 20, 0, path);
  }

  private static long rows(Path path) {
    return Long.parseLong(path.getParent().getName());
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) {
    return new FSDataInputStream(new Rows(rows(path), getFileStatus(path).getLen()));
  }

  /** Rows made when they are read. */
  private static final class Rows extends FSInputStream {
    private final byte[] header;
    private final long rows;
    private final long length;
    private long at;

    Rows(long rows, long length) {
      this.header = header(rows);
      this.rows = rows;
      this.length = length;
    }

    @Override
    public int read(long from, byte[] into, int offset, int count) throws EOFException {
      if (from + count > length) {
        throw new EOFException("beyond the end");
      }
      int inHeader = (int) Math.max(0, Math.min(count, header.length - from));
      System.arraycopy(header, (int) Math.min(from, header.length), into, offset, inHeader);
      Arrays.fill(into, offset + inHeader, offset + count, (byte) 0);
      fillRows(from + inHeader - header.length, into, offset + inHeader, offset + count);
      return count;
    }

    /**
     * @param at offset in the data of the byte that goes to {@code from}
     */
    private void fillRows(long at, byte[] into, int from, int to) {
      long row = at / ROW;
      for (long p = from - at % ROW; p < to && row < rows; p += ROW, row++) {
        if (p >= from && p + 2 * Long.BYTES <= to) {
          BIG_ENDIAN.set(into, (int) p, row);
          BIG_ENDIAN.set(into, (int) p + Long.BYTES, Double.doubleToRawLongBits(row / 2.0));
        } else {
          fillPart(p, row, into, from, to);
        }
      }
    }

    /** The row of a number that begins at {@code p}, as far as it lies in these bounds. */
    private static void fillPart(long p, long row, byte[] into, int from, int to) {
      byte[] values = new byte[2 * Long.BYTES];
      ByteBuffer.wrap(values).putLong(row).putDouble(row / 2.0);
      for (int i = 0; i < values.length; i++) {
        if (p + i >= from && p + i < to) {
          into[(int) p + i] = values[i];
        }
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      read(at++, one, 0, 1);
      return one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      int n = read(at, into, offset, (int) Math.min(count, length - at));
      at += n;
      return n;
    }

    @Override
    public void seek(long to) {
      at = to;
    }

    @Override
    public long getPos() {
      return at;
    }

    @Override
    public boolean seekToNewSource(long target) {
      return false;
    }
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean delete(Path path, boolean recursive) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileStatus[] listStatus(Path path) throws FileNotFoundException {
    throw new FileNotFoundException(path.toString());
  }

  @Override
  public void setWorkingDirectory(Path folder) {}

  @Override
  public Path getWorkingDirectory() {
    return new Path("virtual:///");
  }

  @Override
  public boolean mkdirs(Path folder, FsPermission permission) {
    throw new UnsupportedOperationException();
  }
}
