package org.novacat.jobs.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.novacat.jobs.zip.EntryName;
import org.novacat.jobs.zip.ZipCheck;
import org.novacat.jobs.zip.ZipFileWriter;
import org.novacat.jobs.zip.ZippedEntry;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatPublic;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.server.S3Server;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.testing.S3Servers;

/**
 * Writes the files of a folder as zip, {@code docs/benchmarks/bundles.sh} beside Info-ZIP: {@code
 * files FOLDER OUT ROUNDS}; or one bundle of many GB into a store, and reads it back: {@code bundle
 * FOLDER GIB STORE}, where STORE is {@code s3} or a folder.
 */
public final class BundleWriting {
  private static final long GIB = 1L << 30;

  private BundleWriting() {}

  public static void main(String[] args) throws IOException {
    List<Path> files = files(Path.of(args[1]));
    if (args[0].equals("files")) {
      for (int round = 0; round < Integer.parseInt(args[3]); round++) {
        print("zip -0 of ours", files, Path.of(args[2]), ".gz");
        print("zip -6 of ours", files, Path.of(args[2]), "");
      }
    } else {
      bundle(files, Long.parseLong(args[2]) * GIB, args[3]);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /**
   * @param ending of names: that of compressed files has them stored
   */
  private static void print(String what, List<Path> files, Path zip, String ending)
      throws IOException {
    long begin = cpu();
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(zip)) {
      ZipFileWriter writer = new ZipFileWriter(out);
      for (int i = 0; i < files.size(); i++) {
        EntryName name = EntryName.of("f/%s.fits%s".formatted(i, ending));
        bytes += writer.add(name, Content.of(files.get(i))).length();
      }
      writer.finish();
    }
    double seconds = (cpu() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f MB/s of one core, %.3f of the length%n",
        what,
        bytes / 1e6 / seconds,
        (double) Files.size(zip) / bytes);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void bundle(List<Path> files, long length, String store) throws IOException {
    if (!store.equals("s3")) {
      bundle(files, length, StoreLocation.local(Path.of(store)));
      return;
    }
    try (S3Server server = S3Server.start(Files.createTempDirectory("novacat-bundle"))) {
      S3Servers.letIn();
      bundle(files, length, S3Servers.at(server, "bucket"));
    }
  }

  private static void bundle(List<Path> files, long length, StoreLocation location)
      throws IOException {
    LayoutKey key = NovaCatPublic.LAYOUT.key(ObjectKey.of("current/full.zip"));
    try (Archive archive =
        new Archive(
            ObjectStores.create(location, RetryPolicy.PROMPT, Waits.silent(Pause.REAL)), "b")) {
      List<ZippedEntry> entries = new ArrayList<>();
      long begin = System.nanoTime();
      Pointer zip =
          archive
              .replace(
                  key, Content.streamed(out -> write(files, length, out, entries)), (ETag) null)
              .pointer();
      told("written", zip.byteLength(), begin);
      begin = System.nanoTime();
      try (InputStream in = archive.openUnverified(zip.key()).orElseThrow()) {
        System.out.println("problem: " + ZipCheck.problem(in, entries));
      }
      told("read back", zip.byteLength(), begin);
    }
  }

  private static void told(String what, long bytes, long begin) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: %s bytes in %.1f s, %.1f MB/s; heap in use %s MB of %s%n",
        what,
        bytes,
        seconds,
        bytes / 1e6 / seconds,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** One stored entry of nearly all of it, and the files deflated. */
  private static void write(
      List<Path> files, long length, OutputStream out, List<ZippedEntry> entries)
      throws IOException {
    entries.clear();
    ZipFileWriter writer = new ZipFileWriter(new BufferedOutputStream(out));
    entries.add(
        writer.add(
            EntryName.of("long.fits.fz"), Content.of(length, () -> new Repeated(files, length))));
    for (int i = 0; i < files.size(); i++) {
      entries.add(writer.add(EntryName.of("f/%s.fits".formatted(i)), Content.of(files.get(i))));
    }
    writer.finish();
  }

  /** The files over and over. */
  private static final class Repeated extends InputStream {
    private final List<Path> files;
    private long left;
    private int next;
    private byte[] bytes = {};
    private int at;

    Repeated(List<Path> files, long length) {
      this.files = files;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      while (at == bytes.length) {
        bytes = Files.readAllBytes(files.get(next++ % files.size()));
        at = 0;
      }
      int some = (int) Math.min(Math.min(count, left), bytes.length - at);
      System.arraycopy(bytes, at, into, offset, some);
      at += some;
      left -= some;
      return some;
    }
  }
}
