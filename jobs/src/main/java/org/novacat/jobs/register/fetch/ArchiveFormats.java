package org.novacat.jobs.register.fetch;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.source.RejectedException;

/**
 * Zip by its central directory, tar.gz as a stream. Links, devices and encrypted members are given
 * like others and refused when their bytes are asked for.
 */
final class ArchiveFormats {
  private ArchiveFormats() {}

  static void zip(Path file, FetchLimits limits, ArchiveFile.EntryConsumer entries)
      throws IOException, RejectedException {
    ZipDirectory.check(file, limits);
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Enumeration<ZipArchiveEntry> all = zip.getEntriesInPhysicalOrder();
      while (all.hasMoreElements()) {
        ZipArchiveEntry entry = all.nextElement();
        if (!entry.isDirectory() || entry.getSize() > 0) {
          entries.entry(entry.getName(), guard -> zipMember(zip, entry, guard));
        }
      }
    }
  }

  private static Fetched zipMember(ZipFile zip, ZipArchiveEntry entry, InflationGuard guard)
      throws IOException, RejectedException {
    refuseUnless(!entry.isUnixSymlink() && zip.canReadEntryData(entry));
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      Fetched member = guard.readAll(entry.getName(), in, entry::getCompressedSize);
      if (member.size() != entry.getSize() || sum.getValue() != entry.getCrc()) {
        member.close();
        throw new EOFException(
            "it has %s of %s bytes, or others than its checksum says"
                .formatted(member.size(), entry.getSize()));
      }
      return member;
    }
  }

  static void tarGz(Path file, FetchLimits limits, ArchiveFile.EntryConsumer entries)
      throws IOException, RejectedException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        GzipCompressorInputStream gzip =
            GzipCompressorInputStream.builder()
                .setInputStream(raw)
                .setDecompressConcatenated(true)
                .get();
        Inflated plain = new Inflated(gzip, limits, gzip::getCompressedCount);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name())) {
      int seen = 0;
      for (TarArchiveEntry entry = next(tar, plain); entry != null; entry = next(tar, plain)) {
        if (++seen > limits.maxArchiveEntries()) {
          throw new Inflated.TooFar(
              "it has more than %s members".formatted(limits.maxArchiveEntries()));
        }
        tarEntry(entry, tar, entries);
        passOver(tar);
      }
      plain.drain();
    }
  }

  private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, Inflated plain)
      throws IOException {
    plain.beginHeader();
    TarArchiveEntry entry = tar.getNextEntry();
    plain.endHeader();
    return entry;
  }

  private static void tarEntry(
      TarArchiveEntry entry, TarArchiveInputStream tar, ArchiveFile.EntryConsumer entries)
      throws IOException, RejectedException {
    String name = entry.getName();
    if (!entry.isDirectory()) {
      entries.entry(
          name,
          guard -> {
            refuseUnless(isPlain(entry) && tar.canReadEntryData(entry));
            return guard.readAll(name, tar, () -> Long.MAX_VALUE);
          });
    }
  }

  /** What nobody asked for is passed over as bytes, and counted as it comes out. */
  private static void passOver(TarArchiveInputStream tar) throws IOException {
    long skipped = 1;
    while (skipped > 0) {
      skipped = tar.skip(Long.MAX_VALUE);
    }
  }

  /** A sparse file may be petabytes of nothing. */
  private static boolean isPlain(TarArchiveEntry entry) {
    boolean device = entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice();
    boolean link = entry.isSymbolicLink() || entry.isLink();
    return entry.isFile() && !device && !link && !entry.isSparse();
  }

  private static void refuseUnless(boolean plainFile) throws IOException {
    if (!plainFile) {
      throw new IOException(
          "it is a link, a device, sparse, encrypted, or packed in an unknown way");
    }
  }
}
