package org.novacat.jobs.register;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Zip by its central directory, tar.gz as a stream. Links and devices are refused as unreadable.
 */
final class ArchiveFormats {
  private ArchiveFormats() {}

  static void zip(Path file, Archive.EntryConsumer entries) throws IOException, RejectedException {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Enumeration<ZipArchiveEntry> all = zip.getEntriesInPhysicalOrder();
      while (all.hasMoreElements()) {
        ZipArchiveEntry entry = all.nextElement();
        if (!entry.isDirectory()) {
          refuseUnless(!entry.isUnixSymlink() && zip.canReadEntryData(entry), entry.getName());
          entries.entry(entry.getName(), guard -> zipMember(zip, entry, guard));
        }
      }
    }
  }

  private static byte[] zipMember(ZipFile zip, ZipArchiveEntry entry, InflationGuard guard)
      throws IOException, RejectedException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = guard.readAll(entry.getName(), in, entry::getCompressedSize);
      if (entry.getSize() >= 0 && entry.getSize() != bytes.length) {
        throw new EOFException(
            "member '%s' has %s of %s bytes"
                .formatted(entry.getName(), bytes.length, entry.getSize()));
      }
      return bytes;
    }
  }

  static void tarGz(Path file, Archive.EntryConsumer entries)
      throws IOException, RejectedException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        GzipCompressorInputStream gzip =
            GzipCompressorInputStream.builder()
                .setInputStream(raw)
                .setDecompressConcatenated(true)
                .get();
        TarArchiveInputStream tar = new TarArchiveInputStream(gzip)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        tarEntry(entry, tar, gzip, entries);
      }
    }
  }

  private static void tarEntry(
      TarArchiveEntry entry,
      TarArchiveInputStream tar,
      GzipCompressorInputStream gzip,
      Archive.EntryConsumer entries)
      throws IOException, RejectedException {
    String name = entry.getName();
    if (!entry.isDirectory()) {
      refuseUnless(entry.isFile() && !entry.isSymbolicLink() && !entry.isLink(), name);
      long before = gzip.getCompressedCount();
      entries.entry(
          name, guard -> guard.readAll(name, tar, () -> gzip.getCompressedCount() - before));
    }
  }

  private static void refuseUnless(boolean plainFile, String name) throws IOException {
    if (!plainFile) {
      throw new IOException(
          "member '%s' is a link, a device, or stored in an unknown way".formatted(name));
    }
  }
}
