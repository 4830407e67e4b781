package org.novacat.jobs.register.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Bytes of archives that no honest program makes. */
public final class HostileArchives {
  private static final int TAR_BLOCK = 512;

  private HostileArchives() {}

  /** Fills an archive. */
  public interface TarFiller {
    void fill(TarArchiveOutputStream tar) throws IOException;
  }

  /** A zip whose members all hold some bytes. */
  public static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (String name : names) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(noise(3000));
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** A zip of many members without bytes. */
  public static byte[] zipOf(int members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < members; i++) {
        zip.putNextEntry(new ZipEntry(i + ".fits"));
      }
    }
    return bytes.toByteArray();
  }

  public static byte[] zipBomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("bomb.fits"));
      zip.write(new byte[8 << 20]);
    }
    return bytes.toByteArray();
  }

  public static byte[] zipLink() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry("link.fits");
      link.setUnixMode(0120777);
      zip.putArchiveEntry(link);
      zip.write("/etc/passwd".getBytes(UTF_8));
      zip.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  /** The zip with one byte of its first directory entry changed. */
  public static byte[] withDirectoryByte(byte[] zip, int offset, int xor) {
    byte[] changed = zip.clone();
    changed[new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002") + offset] ^= (byte) xor;
    return changed;
  }

  public static byte[] cut(byte[] bytes, int left) {
    return Arrays.copyOf(bytes, left);
  }

  public static byte[] tarGz(TarFiller filler) throws IOException {
    return gzip(tar(filler));
  }

  public static byte[] tar(TarFiller filler) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      filler.fill(tar);
    }
    return bytes.toByteArray();
  }

  public static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  public static void add(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  /** By hand: the library takes the square of the name's length to write one. */
  public static void addLongNamed(TarArchiveOutputStream tar, String name, byte[] bytes)
      throws IOException {
    byte[] named = name.getBytes(ISO_8859_1);
    TarArchiveEntry longName =
        new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
    longName.setSize(named.length);
    tar.putArchiveEntry(longName);
    tar.write(named);
    tar.closeArchiveEntry();
    add(tar, "short.fits", bytes);
  }

  /** An entry of a type of its own, without bytes. */
  public static void special(TarArchiveOutputStream tar, String name, byte type)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, type);
    entry.setLinkName("/etc/passwd");
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  /** A tar whose first header says a size of its own, with a right sum. */
  public static byte[] tarOfSize(String octal) throws IOException {
    byte[] tar = tar(out -> add(out, "a.fits", noise(100)));
    byte[] size = octal.getBytes(ISO_8859_1);
    System.arraycopy(size, 0, tar, 124, size.length);
    Arrays.fill(tar, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < TAR_BLOCK; i++) {
      sum += tar[i] & 0xFF;
    }
    byte[] text = (String.format(java.util.Locale.ROOT, "%06o", sum) + "\0 ").getBytes(ISO_8859_1);
    System.arraycopy(text, 0, tar, 148, text.length);
    return gzip(tar);
  }

  public static byte[] noise(int count) {
    byte[] noise = new byte[count];
    new Random(count).nextBytes(noise);
    return noise;
  }
}
