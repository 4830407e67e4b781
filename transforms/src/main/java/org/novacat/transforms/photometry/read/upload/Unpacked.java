package org.novacat.transforms.photometry.read.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.text.SourceText;

/**
 * Takes files out of gzip, bzip2 and zip. A zip holds one table; a ReadMe in it is a companion of
 * the table. What comes out is counted while it streams by, and only when it keeps to the limits is
 * memory taken for it, just as much as it needs; so a bomb does not go off.
 */
public final class Unpacked {
  /** Text of a table is packed to a tenth at the best; a run of one byte reaches 1,030. */
  private static final int MOST_RATIO = 200;

  /** What grows to less is no bomb, whatever the ratio. */
  private static final long HARMLESS = 1 << 20;

  private static final int MOST_ENTRIES = 10_000;

  /** Where the first block of bzip2 begins, pi. */
  private static final int[] BZIP2_BLOCK = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};

  private final Upload upload;
  private final long limit;
  private final Held held;
  private final byte[] buffer = new byte[1 << 16];
  private long inflated;

  private Unpacked(Upload upload, long limit, Held held) {
    this.upload = upload;
    this.limit = limit;
    this.held = held;
  }

  /**
   * The file itself, or the one that is packed in it.
   *
   * @throws RefusedException when it is too large, broken, or not exactly one
   */
  public static Upload of(Upload upload, ReadSettings settings, Held held) {
    byte[] bytes = upload.bytes();
    Unpacked unpacked = new Unpacked(upload, settings.maxBytes(), held);
    if (bytes.length > settings.maxBytes()) {
      throw unpacked.tooLarge();
    }
    try {
      if (SourceText.begins(bytes, 0x1F, 0x8B)) {
        return unpacked.unpack(GZIPInputStream::new, "(?i)\\.gz$");
      }
      if (SourceText.begins(bytes, 'B', 'Z', 'h') && SourceText.has(bytes, 4, BZIP2_BLOCK)) {
        return unpacked.unpack(in -> new BZip2CompressorInputStream(in, true), "(?i)\\.bz2?$");
      }
      return SourceText.begins(bytes, 'P', 'K', 3, 4) ? unpacked.unzip() : upload;
    } catch (IOException | IllegalArgumentException e) {
      throw broken(upload.name(), String.valueOf(e.getMessage()));
    }
  }

  private static UploadRefusedException broken(String name, String why) {
    return new UploadRefusedException(
        FileRefusalCode.UNRECOGNIZED_FORMAT,
        "Cannot unpack '%s': %s".formatted(name, why),
        "Pack the file again, or upload it as it is");
  }

  /** Makes a stream of what another packs. */
  @FunctionalInterface
  private interface Unpacker {
    InputStream open(InputStream packed) throws IOException;
  }

  private Upload unpack(Unpacker unpacker, String ending) throws IOException {
    int size;
    try (InputStream in = unpacker.open(packed())) {
      size = count(in);
    }
    try (InputStream in = unpacker.open(packed())) {
      String name = upload.name().replaceFirst(ending, "");
      return new Upload(name, read(in, size), upload.sidecar(), upload.companions());
    }
  }

  private Upload unzip() throws IOException {
    List<Upload.Companion> companions = new ArrayList<>(upload.companions());
    Upload.Companion table = null;
    for (Upload.Companion file : files()) {
      table = isReadMe(file.name()) ? table : file;
      companions.addAll(isReadMe(file.name()) ? List.of(file) : List.of());
    }
    if (table == null) {
      throw notOne(List.of());
    }
    return new Upload(table.name(), table.bytes(), upload.sidecar(), companions);
  }

  private List<Upload.Companion> files() throws IOException {
    List<Integer> sizes = sizes();
    List<Upload.Companion> files = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(packed())) {
      int number = 0;
      for (ZipEntry entry; (entry = in.getNextEntry()) != null; number++) {
        String name = name(entry.getName());
        if (!isHidden(name)) {
          files.add(new Upload.Companion(name, read(in, sizes.get(number))));
        }
      }
    }
    return files;
  }

  /** Inflated sizes of all entries, in their order. */
  private List<Integer> sizes() throws IOException {
    List<Integer> sizes = new ArrayList<>();
    List<String> members = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(packed())) {
      for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
        if (sizes.size() == MOST_ENTRIES) {
          throw new UploadRefusedException(
              FileRefusals.tooLarge(upload.name(), MOST_ENTRIES, "files in it"));
        }
        members.add(entry.getName());
        sizes.add(count(in));
      }
    }
    checkOneTable(members);
    return sizes;
  }

  private void checkOneTable(List<String> members) {
    List<String> tables =
        members.stream()
            .map(Unpacked::name)
            .filter(name -> !isHidden(name) && !isReadMe(name))
            .toList();
    ZipKind kind = ZipKind.of(members);
    if (kind != null) {
      throw UploadRefusedException.unrecognized(upload.name(), kind.what(), kind.remedy());
    }
    if (tables.size() != 1) {
      throw notOne(tables);
    }
  }

  private UploadRefusedException notOne(List<String> tables) {
    return tables.isEmpty()
        ? UploadRefusedException.unrecognized(
            upload.name(), "the archive holds no table", "Upload the table itself")
        : UploadRefusedException.unrecognized(
            upload.name(),
            "the archive holds %s files besides a ReadMe".formatted(tables.size()),
            "Upload its files one by one");
  }

  private static String name(String member) {
    return member.substring(member.lastIndexOf('/') + 1);
  }

  private static boolean isHidden(String name) {
    return name.isEmpty() || name.startsWith(".") || name.startsWith("__MACOSX");
  }

  private static boolean isReadMe(String name) {
    return name.toLowerCase(Locale.ROOT).contains("readme");
  }

  private InputStream packed() {
    return new ByteArrayInputStream(upload.bytes());
  }

  /** Counts what a stream inflates to, and keeps nothing of it. */
  private int count(InputStream in) throws IOException {
    long before = inflated;
    for (int n; (n = in.read(buffer)) >= 0; ) {
      inflated += n;
      held.bytes(0);
      if (inflated > limit) {
        throw tooLarge();
      }
      if (inflated > HARMLESS && inflated / MOST_RATIO > upload.bytes().length) {
        throw new UploadRefusedException(FileRefusals.bomb(upload.name(), MOST_RATIO));
      }
    }
    return (int) (inflated - before);
  }

  private byte[] read(InputStream in, int size) throws IOException {
    held.bytes(size);
    byte[] bytes = new byte[size];
    if (in.readNBytes(bytes, 0, size) < size) {
      throw new IOException("it ends too early");
    }
    return bytes;
  }

  private UploadRefusedException tooLarge() {
    return new UploadRefusedException(FileRefusals.tooLarge(upload.name(), limit, "bytes"));
  }
}
