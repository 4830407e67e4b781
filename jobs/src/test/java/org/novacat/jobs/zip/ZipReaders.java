package org.novacat.jobs.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.novacat.layouts.id.ContentHash;

/** What readers that are none of ours find in a zip file: names and hashes, in their order. */
final class ZipReaders {
  private ZipReaders() {}

  static Map<String, ContentHash> javaFile(Path zip) throws IOException {
    Map<String, ContentHash> found = new LinkedHashMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        found.put(entry.getName(), ContentHash.of(file.getInputStream(entry)));
      }
    }
    return found;
  }

  static Map<String, ContentHash> javaStream(Path zip) throws IOException {
    Map<String, ContentHash> found = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(buffered(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        found.put(entry.getName(), ContentHash.of(in));
      }
    }
    return found;
  }

  static Map<String, ContentHash> commonsFile(Path zip) throws IOException {
    Map<String, ContentHash> found = new LinkedHashMap<>();
    try (var file =
        org.apache.commons.compress.archivers.zip.ZipFile.builder().setPath(zip).get()) {
      for (var all = file.getEntriesInPhysicalOrder(); all.hasMoreElements(); ) {
        ZipArchiveEntry entry = all.nextElement();
        found.put(entry.getName(), ContentHash.of(file.getInputStream(entry)));
        assertThat(entry.getUnixMode()).isEqualTo(0100644);
      }
    }
    return found;
  }

  static Map<String, ContentHash> commonsStream(Path zip) throws IOException {
    Map<String, ContentHash> found = new LinkedHashMap<>();
    try (ZipArchiveInputStream in = new ZipArchiveInputStream(buffered(zip))) {
      for (ZipArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(in.canReadEntryData(entry)).isTrue();
        found.put(entry.getName(), ContentHash.of(in));
      }
    }
    return found;
  }

  private static InputStream buffered(Path zip) throws IOException {
    return new BufferedInputStream(Files.newInputStream(zip), 1 << 16);
  }

  /** What a program said, whose exit must be 0; skips the test, saying so, where it is missing. */
  static String said(String... command) throws IOException, InterruptedException {
    boolean isThere =
        new ProcessBuilder("sh", "-c", "command -v " + command[0]).start().waitFor() == 0;
    org.junit.jupiter.api.Assumptions.assumeTrue(isThere, command[0] + " is not on this machine");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
